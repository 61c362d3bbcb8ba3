"""The worker runs what waits, maintains in between, and stops at a signal."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult

from articles import tasks
from policytracker import worker
from policytracker.models import Heartbeat
from policytracker.worker import SiteWorker
from tests.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _queue(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """Put back what the worker does to the handlers of signals."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)
    handlers = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Callable[[], None]]], None]:
    """Let the worker do something at each of its pauses instead of waiting."""

    def at_each_pause(steps: list[Callable[[], None]]) -> None:
        waiting = iter(steps)
        monkeypatch.setattr(worker, "sleep", lambda seconds: next(waiting)())

    return at_each_pause


def stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def nothing() -> None:
    pass


def test_it_maintains_at_once_and_stops_at_a_signal(pauses: Any) -> None:
    pauses([stop])
    with pytest.raises(SystemExit) as ended:
        call_command("worker")
    assert ended.value.code == 0
    assert not Heartbeat.is_overdue("maintain", timedelta(seconds=60))


def test_it_runs_the_tasks_that_wait(pauses: Any) -> None:
    one, other = make_article(body="<p>ledger</p>"), make_article(body="<p>ledger</p>")
    Heartbeat.beat("related")
    pauses([stop])
    with pytest.raises(SystemExit):
        call_command("worker")
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert [row.post for row in one.related_suggestions.all()] == [other]


def test_it_maintains_again_when_the_interval_has_passed(
    pauses: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAINTENANCE_INTERVAL = 300
    clock, runs = [0.0], []
    monkeypatch.setattr(worker, "monotonic", lambda: clock[0])
    monkeypatch.setattr(worker, "maintain", lambda: runs.append(clock[0]))

    def pass_time() -> None:
        clock[0] += 150

    pauses([pass_time, pass_time, pass_time, pass_time, stop])
    with pytest.raises(SystemExit):
        call_command("worker")
    assert runs == [0, 300, 600]


def test_a_signal_during_a_task_lets_the_task_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.tasks.rebuild_all", lambda: stop() or 7)
    tasks.rebuild_related.enqueue()
    call_command("worker")
    assert DBTaskResult.objects.get().return_value == 7
    assert not Heartbeat.objects.exists()


def test_a_database_that_is_away_for_a_while_is_waited_for(
    pauses: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    run = SiteWorker.run

    def away(self: SiteWorker) -> None:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(SiteWorker, "run", away)
    pauses([lambda: monkeypatch.setattr(SiteWorker, "run", run), stop])
    with pytest.raises(SystemExit):
        call_command("worker")
    assert "does not answer" in caplog.text
    assert not Heartbeat.is_overdue("maintain", timedelta(seconds=60))


def test_a_failing_task_does_not_end_the_worker(pauses: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> int:
        raise RuntimeError

    monkeypatch.setattr("articles.tasks.rebuild_all", broken)
    tasks.rebuild_related.enqueue()
    pauses([nothing, stop])
    with pytest.raises(SystemExit):
        call_command("worker")
    assert DBTaskResult.objects.get().status == "FAILED"
