"""What `check` says of the database: SQLite with a known bug, or badly set up. FAULTS D13, D14."""

import sqlite3
from unittest.mock import patch

import pytest
from django.core.checks import Tags, run_checks
from django.db import connection

from policytracker.checks import check_sqlite_pragmas, check_sqlite_version

on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="about SQLite")


def found(version: tuple[int, int, int]) -> list[str]:
    with patch.object(sqlite3, "sqlite_version_info", version):
        return [problem.id for problem in check_sqlite_version(None)]


@on_sqlite
class TestWalResetBug:
    @pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
    def test_a_version_that_has_it_is_warned_of(self, version: tuple[int, int, int]) -> None:
        assert found(version) == ["policytracker.W001"]

    @pytest.mark.parametrize("version", [(3, 6, 23), (3, 51, 3), (3, 53, 0), (4, 0, 0)])
    def test_others_are_not(self, version: tuple[int, int, int]) -> None:
        assert found(version) == []

    def test_it_never_stops_a_command(self) -> None:
        with patch.object(sqlite3, "sqlite_version_info", (3, 40, 1)):
            (problem,) = [problem for problem in run_checks() if problem.id == "policytracker.W001"]
        assert not problem.is_serious()
        assert "PostgreSQL" in problem.hint


def test_postgres_is_not_warned_of() -> None:
    with patch("policytracker.checks.connections") as connections:
        connections.__getitem__.return_value.vendor = "postgresql"
        assert found((3, 40, 1)) == []


@on_sqlite
@pytest.mark.django_db
class TestPragmas:
    def found(self) -> list[str]:
        problems = run_checks(tags=[Tags.database], databases=["default"])
        return [problem.id for problem in problems if problem.id.startswith("policytracker")]

    def test_the_sites_own_connection_passes(self) -> None:
        assert self.found() == []

    def test_a_short_patience_is_refused(self) -> None:
        with connection.cursor() as cursor:
            (usual,) = cursor.execute("PRAGMA busy_timeout").fetchone()
            cursor.execute("PRAGMA busy_timeout=100")
            try:
                assert self.found() == ["policytracker.E002"]
            finally:
                cursor.execute(f"PRAGMA busy_timeout={usual}")

    def test_deferred_transactions_are_refused(self) -> None:
        with patch.object(connection, "transaction_mode", "DEFERRED"):
            assert self.found() == ["policytracker.E003"]

    def test_another_journal_is_refused(self) -> None:
        with patch("policytracker.checks.connections") as connections:
            wrapper = connections.__getitem__.return_value
            wrapper.vendor, wrapper.transaction_mode = "sqlite", "IMMEDIATE"
            cursor = wrapper.cursor.return_value.__enter__.return_value
            cursor.execute.return_value.fetchone.side_effect = [("delete",), (20_000,)]
            problems = check_sqlite_pragmas(None, databases=["default"])
        assert [problem.id for problem in problems] == ["policytracker.E001"]


def test_no_database_is_asked_unless_named() -> None:
    assert check_sqlite_pragmas(None) == []
