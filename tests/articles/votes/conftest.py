"""A clock that stands still, and a database that threads can share."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article


class Clock:
    """Time as the test says."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)

    def advance(self, **span: float) -> None:
        """Let time pass: ``hours=1``."""
        self.now += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def article(db: None) -> Article:
    return make_article("Blockchain policy weekly", published_at=datetime(2026, 1, 5, tzinfo=UTC))


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """The test's database, as each thread's own connection sees it.

    SQLite's in-memory database knows table locks only; so its copy in a file serves instead, with the site's
    own options, as in production.
    """
    memory = connections["default"]
    if memory.vendor != "sqlite":
        yield
        return
    database = connections.settings["default"]
    name, database["NAME"] = database["NAME"], str(tmp_path / "votes.sqlite3")
    memory.ensure_connection()
    with sqlite3.connect(database["NAME"]) as copy:
        memory.connection.backup(copy)
    copy.close()
    connections["default"] = connections.create_connection("default")
    yield
    connections["default"].close()
    database["NAME"], connections["default"] = name, memory
