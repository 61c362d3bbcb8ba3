"""What all tests share: which services are there, and what their absence means."""

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection

CI = os.environ.get("CI") == "true"


def unavailable(what: str) -> None:
    """Skip the test, or fail it under CI, where every service must be there."""
    if CI:
        pytest.fail(f"{what}, and CI=true demands it", pytrace=False)
    pytest.skip(what)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def on_postgres() -> bool:
    """Whether this run's database is PostgreSQL."""
    return connection.vendor == "postgresql"
