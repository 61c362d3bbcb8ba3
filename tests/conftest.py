"""What all tests share: which services are there, and what their absence means."""

import os
from collections.abc import Iterator
from zlib import crc32

import pytest
from django.core.cache import cache
from django.db import connection

CI = os.environ.get("CI") == "true"

_DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}

pytest_plugins = ["tests.running_site", "tests.shared_database"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database, and what starts servers: the latter share one in each of two processes."""
    for item in items:
        if item.get_closest_marker("django_db") or _DATABASE_FIXTURES & set(
            getattr(item, "fixturenames", ())
        ):
            item.add_marker(pytest.mark.database)
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.site)
        if item.get_closest_marker("site"):
            item.add_marker(pytest.mark.xdist_group(f"site {_half(item)}"))
    items.sort(key=lambda item: item.get_closest_marker("site") is None)  # the longest groups first


def _half(item: pytest.Item) -> int:
    """Return which of two processes runs the item: always the same one for all items of a module."""
    return crc32(item.path.name.encode()) % 2


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
