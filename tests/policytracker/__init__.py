"""Tests of what concerns the whole site."""
