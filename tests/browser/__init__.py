"""Tests in a real browser: what readers and editors see, reach and are kept from."""
