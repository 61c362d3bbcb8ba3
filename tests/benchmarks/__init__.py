"""Measurements, run by `make bench` and never part of the tests."""
