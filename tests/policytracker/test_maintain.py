"""``manage.py maintain`` does everything periodic, any number of times, and says what it did."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from axes.models import AccessLog
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import tasks
from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, PreviewLink, RelatedSuggestion
from policytracker import maintenance
from policytracker.models import Heartbeat
from tests.factories import make_article, make_editor

pytestmark = pytest.mark.django_db


def maintain() -> str:
    output = StringIO()
    call_command("maintain", stdout=output)
    return output.getvalue()


def ago(**span: float) -> datetime:
    return timezone.now() - timedelta(**span)


class TestJobs:
    def test_scheduled_articles_are_published_when_they_are_due(self) -> None:
        make_article(status=ArticleStatus.SCHEDULED)
        assert maintain() == "maintain: published 1 scheduled article\n"
        assert Article.objects.get().status == ArticleStatus.PUBLISHED

    def test_the_networks_of_votes_are_forgotten(self) -> None:
        for voter in (b"1" * 16, b"2" * 16):
            HelpfulVote.objects.create(
                article=make_article(),
                voter=voter,
                helpful=True,
                network=b"n" * 16,
                created_at=ago(days=2),
                changed_at=ago(days=2),
            )
        assert "forgot the network of 2 votes" in maintain()
        assert not HelpfulVote.objects.filter(network__isnull=False).exists()

    def test_ended_sessions_go_and_others_stay(self) -> None:
        Session.objects.create(session_key="ended", session_data="", expire_date=ago(minutes=1))
        Session.objects.create(session_key="open", session_data="", expire_date=ago(minutes=-9))
        maintain()
        assert Session.objects.get().session_key == "open"

    def test_log_ins_are_forgotten_after_a_month(self) -> None:
        for age in (29, 31):
            log = AccessLog.objects.create(username=f"{age} days", ip_address="192.0.2.1")
            AccessLog.objects.filter(pk=log.pk).update(attempt_time=ago(days=age))
        assert maintain() == "maintain: forgot 1 log-in\n"
        assert AccessLog.objects.get().username == "29 days"

    def test_results_of_tasks_go_after_two_weeks_and_waiting_tasks_stay(self, settings: Any) -> None:
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        for age in (None, 13, 15):
            tasks.rebuild_related.enqueue()
            if age:
                done = DBTaskResult.objects.filter(finished_at=None)
                done.update(status="SUCCESSFUL", finished_at=ago(days=age))
            else:
                DBTaskResult.objects.update(run_after=ago(days=-1), enqueued_at=ago(days=99))
                waiting = DBTaskResult.objects.get().pk
        assert "deleted 1 task result" in maintain()
        assert waiting in DBTaskResult.objects.values_list("pk", flat=True)


class TestNight:
    def test_the_related_lists_are_rebuilt_by_the_first_run(self) -> None:
        for _ in range(2):
            make_article(body="<p>ledger</p>")
        assert maintain() == "maintain: rebuilt 2 lists of related articles\n"
        assert RelatedSuggestion.objects.count() == 2

    def test_they_are_not_rebuilt_again_on_the_same_day(self) -> None:
        maintain()
        for _ in range(2):
            make_article(body="<p>ledger</p>")
        assert maintain() == "maintain: nothing to do\n"

    def test_they_are_rebuilt_after_midnight(self, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.TIME_ZONE = "Asia/Shanghai"
        for _ in range(2):
            make_article(body="<p>ledger</p>", published_at=datetime(2026, 3, 1, tzinfo=UTC))
        Heartbeat.objects.create(name="related", at=datetime(2026, 3, 2, 15, 50, tzinfo=UTC))
        monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 2, 15, 55, tzinfo=UTC))
        assert maintain() == "maintain: nothing to do\n"
        monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 2, 16, 5, tzinfo=UTC))
        assert "rebuilt 2 lists" in maintain()


def test_links_to_previews_are_deleted_a_month_after_they_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft, by, now = make_article(status=ArticleStatus.DRAFT), make_editor(), timezone.now()
    kept, expires, revoked = (PreviewLink.share(draft, by=by, days=days) for days in (30, 1, 30))
    revoked.revoke()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=29))
    assert "link" not in maintain()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=32))
    assert "deleted 2 links to previews" in maintain()
    assert list(PreviewLink.objects.all()) == [kept]


class TestRuns:
    def test_a_run_without_anything_to_do_says_so(self) -> None:
        maintain()
        assert maintain() == "maintain: nothing to do\n"

    def test_it_leaves_a_heartbeat(self) -> None:
        maintain()
        assert not Heartbeat.is_overdue("maintain", timedelta(seconds=60))

    def test_one_failing_job_stops_none_of_the_others_and_is_told(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken() -> str:
            raise RuntimeError("no disk")

        monkeypatch.setattr(maintenance, "JOBS", [broken, *maintenance.JOBS])
        make_article(status=ArticleStatus.SCHEDULED)
        with pytest.raises(CommandError, match="published 1 scheduled article; failed: broken"):
            maintain()
        assert "no disk" in caplog.text
        assert Article.objects.get().status == ArticleStatus.PUBLISHED

    def test_a_failing_run_leaves_no_heartbeat(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken() -> str:
            raise RuntimeError

        monkeypatch.setattr(maintenance, "JOBS", [broken])
        with pytest.raises(CommandError):
            maintain()
        assert Heartbeat.is_overdue("maintain", timedelta(seconds=60))
