"""System checks of the database under the site. FAULTS.md D13, D14."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# https://sqlite.org/wal.html: in these versions a rare race of two connections can damage a database.
WAL_RESET_BUG = ((3, 7, 0), (3, 51, 2))
MIN_BUSY_TIMEOUT = 5_000  # milliseconds


def check_sqlite_version(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Warn where SQLite has the WAL-reset bug; distributions may have mended theirs without a new number."""
    first, last = WAL_RESET_BUG
    affected = first <= sqlite3.sqlite_version_info[:3] <= last
    if not affected or connections["default"].vendor != "sqlite":
        return []
    return [
        checks.Warning(
            f"SQLite {sqlite3.sqlite_version} has a rare fault that can damage a database in WAL mode.",
            hint="Good enough for a try and for writing. For a site in production use PostgreSQL, "
            "or SQLite 3.51.3 or later; see docs/operators.md.",
            id="policytracker.W001",
        )
    ]


def check_sqlite_pragmas(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Refuse a SQLite connection on which the settings against "database is locked" have no effect."""
    wrappers = [connections[alias] for alias in databases or ()]
    return [problem for wrapper in wrappers if wrapper.vendor == "sqlite" for problem in _pragmas(wrapper)]


def _pragmas(wrapper: BaseDatabaseWrapper) -> list[checks.CheckMessage]:
    problems: list[checks.CheckMessage] = []
    with wrapper.cursor() as cursor:
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    if journal not in ("wal", "memory"):
        problems.append(
            checks.Error(
                f"SQLite's journal_mode is {journal}, not wal: readers would wait for writers.",
                hint="Put the database on a local disk; WAL does not work on network file systems.",
                id="policytracker.E001",
            )
        )
    if patience < MIN_BUSY_TIMEOUT:
        problems.append(
            checks.Error(
                f"SQLite's busy_timeout is {patience} ms: writers would fail instead of waiting.",
                id="policytracker.E002",
            )
        )
    if getattr(wrapper, "transaction_mode", None) != "IMMEDIATE":
        problems.append(
            checks.Error(
                "SQLite's transactions begin DEFERRED: one that reads before it writes can fail as locked.",
                id="policytracker.E003",
            )
        )
    return problems
