"""The commands that start a site: ``prepare`` and ``serve``."""

import io
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import MagicMock, patch

import pytest
from django.core import checks
from django.core.management import CommandError, call_command

from policytracker import processes
from policytracker.management.commands import prepare, serve
from tests.factories import make_region


@contextmanager
def commands_noted(module: object) -> Iterator[list[str]]:
    """Note which commands the module's command calls, instead of running them."""
    noted: list[str] = []
    with patch.object(module, "call_command", lambda name, **options: noted.append(name)):
        yield noted


def run(name: str) -> str:
    output = io.StringIO()
    call_command(name, stdout=output)
    return output.getvalue()


@pytest.mark.django_db
class TestPrepare:
    def test_a_database_that_is_up_to_date_is_not_migrated_again(self) -> None:
        with commands_noted(prepare) as noted:
            output = run("prepare")
        assert noted == ["loadregions", "loaddemo"]
        assert output == "policytracker: loading the regions of the world\n"

    def test_a_copy_that_is_up_to_date_says_nothing(self) -> None:
        make_region()
        with commands_noted(prepare):
            assert run("prepare") == ""

    def test_a_new_database_is_migrated_first(self) -> None:
        plan = [("a migration", False), ("another", False)]
        with (
            commands_noted(prepare) as noted,
            patch.object(prepare.MigrationExecutor, "migration_plan", return_value=plan),
        ):
            output = run("prepare")
        assert noted == ["migrate", "loadregions", "loaddemo"]
        assert "2 migrations" in output

    def test_a_real_site_gets_no_demo(self, settings) -> None:
        settings.DEMO = False
        with commands_noted(prepare) as noted:
            run("prepare")
        assert noted == ["loadregions"]

    def test_a_real_site_is_warned_of_a_faulty_sqlite_and_a_demo_is_not(self, settings) -> None:
        warning = checks.Warning("a rare fault", hint="Use PostgreSQL.", id="policytracker.W001")
        for demo, said in ((False, True), (True, False)):
            settings.DEMO = demo
            with (
                commands_noted(prepare),
                patch.object(prepare, "check_sqlite_version", return_value=[warning]),
            ):
                assert ("policytracker: a rare fault Use PostgreSQL." in run("prepare")) is said

    def test_a_database_that_is_set_up_wrongly_is_refused(self) -> None:
        problem = checks.Error("readers would wait for writers", id="policytracker.E001")
        with (
            commands_noted(prepare) as noted,
            patch.object(checks, "run_checks", return_value=[problem]),
            pytest.raises(CommandError, match="readers would wait"),
        ):
            run("prepare")
        assert noted == []


@pytest.fixture
def programs() -> Iterator[MagicMock]:
    """Server and worker that only seem to start, on a port that seems free."""
    with (
        patch.object(processes, "is_port_free", return_value=True),
        patch.object(processes, "wait_until_listening", return_value=True),
        patch.object(processes, "wait_for_end", return_value=None),
        patch.object(serve.staticfiles, "is_collected", return_value=False),
        patch.object(serve.staticfiles, "collect"),
        patch.object(processes, "Processes") as programs,
        patch.object(serve.signal, "signal"),
    ):
        programs.return_value.__enter__.return_value = ("server", "worker")
        programs.return_value.__exit__.return_value = None
        yield programs


class TestServe:
    def test_a_taken_port_is_said_before_anything_is_done(self, settings) -> None:
        with socket.socket() as other, commands_noted(serve) as noted:
            other.bind((processes.HOST, 0))
            other.listen()
            settings.PORT = other.getsockname()[1]
            with pytest.raises(
                CommandError, match=rf"Port {settings.PORT} is taken.*PORT={settings.PORT + 1}"
            ):
                run("serve")
        assert noted == []

    def test_a_port_that_was_taken_while_preparing_is_not_shared(self, programs: MagicMock) -> None:
        processes.is_port_free.side_effect = [True, False]
        with commands_noted(serve), pytest.raises(CommandError, match="is taken"):
            run("serve")
        programs.assert_not_called()

    def test_it_prepares_then_runs_server_and_worker(self, settings, programs: MagicMock) -> None:
        with commands_noted(serve) as noted:
            output = run("serve")
        assert noted == ["prepare"]
        serve.staticfiles.collect.assert_called_once_with()
        server, worker = programs.call_args.args
        assert "granian" in server
        assert worker[1:3] == ["manage.py", "worker"]
        assert f"{settings.SITE_URL}/admin/" in output
        for account, password in settings.DEMO_PASSWORDS.items():
            assert f"{account}   password: {password}" in output

    def test_static_files_that_are_collected_are_left(self, programs: MagicMock) -> None:
        serve.staticfiles.is_collected.return_value = True
        with commands_noted(serve):
            run("serve")
        serve.staticfiles.collect.assert_not_called()

    def test_a_real_site_prints_no_password(self, settings, programs: MagicMock) -> None:
        settings.DEMO = False
        with commands_noted(serve):
            assert "password" not in run("serve")

    @pytest.mark.parametrize("status", [0, 1])
    def test_a_program_that_ends_by_itself_is_an_error(self, programs: MagicMock, status: int) -> None:
        processes.wait_for_end.return_value = status
        with commands_noted(serve), pytest.raises(CommandError, match=f"status {status}"):
            run("serve")

    def test_a_server_that_does_not_start_is_an_error(self, programs: MagicMock) -> None:
        processes.wait_until_listening.return_value = False
        with commands_noted(serve), pytest.raises(CommandError, match="did not start"):
            run("serve")

    def test_ctrl_c_while_preparing_ends_quietly(self, programs: MagicMock) -> None:
        with patch.object(serve, "call_command", side_effect=KeyboardInterrupt):
            assert run("serve") == "policytracker: stopped\n"
