"""A test's database as threads can share it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

# SQLite's lock goes to whoever asks at the right moment, so on a loaded machine one of many threads may wait
# longer than the site lets a visitor wait. These tests ask whether the counts are right, not how soon.
PATIENCE = 600  # seconds


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """The test's database, as each thread's own connection sees it.

    SQLite's in-memory database knows table locks only; so its copy in a file serves instead, with the site's
    own options but for the patience, as in production.
    """
    memory = connections["default"]
    if memory.vendor != "sqlite":
        yield
        return
    database = connections.settings["default"]
    name, database["NAME"] = database["NAME"], str(tmp_path / "shared.sqlite3")
    patience, database["OPTIONS"]["timeout"] = database["OPTIONS"]["timeout"], PATIENCE
    memory.ensure_connection()
    with sqlite3.connect(database["NAME"]) as copy:
        memory.connection.backup(copy)
    copy.close()
    connections["default"] = connections.create_connection("default")
    yield
    connections["default"].close()
    database["NAME"], connections["default"] = name, memory
    database["OPTIONS"]["timeout"] = patience
