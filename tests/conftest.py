"""What all tests share: which services are there, and what their absence means."""

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection

CI = os.environ.get("CI") == "true"

pytest_plugins = ["tests.running_site", "tests.shared_database"]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts servers, and keep it in one process, so that one server does for all of it."""
    for item in items:
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.site)
        if item.get_closest_marker("site"):
            item.add_marker(pytest.mark.xdist_group("site"))


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
