"""Dates of the Chinese interface."""
