"""Held votes at the desk: listed by hour, released or voided by those who publish. FAULTS A05."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import VoteState
from articles.models import Article, HelpfulVote, VoteTally
from articles.voting.audit import differences
from tests.articles.admin.desk import soup
from tests.articles.admin.worklists.ballots import cast
from tests.factories import make_article

pytestmark = pytest.mark.django_db

HELD = reverse("admin:articles_helpfulvote_held")
TEN = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)
HOUR = {"since": "2026-03-02T10:00", "until": "2026-03-02T11:00"}


def decide(article: Article) -> str:
    return reverse("admin:articles_helpfulvote_decide", args=[article.pk])


def burst(article: Article, yes: int = 3, no: int = 0, at: datetime = TEN) -> Article:
    cast(article, 2, helpful=True, at=at)
    cast(article, yes, helpful=True, at=at, state=VoteState.HELD)
    cast(article, no, at=at, state=VoteState.HELD)
    return article


def listed(client: Client) -> list[str]:
    return [row.get_text(" ", strip=True) for row in soup(client.get(HELD)).select("#content-main tbody tr")]


def said(response: HttpResponse) -> list[str]:
    return [li.get_text(strip=True) for li in soup(response).select(".messagelist li")]


def test_each_article_and_hour_with_held_votes_is_a_row(editor: Client) -> None:
    article = burst(make_article("Stuffed"), yes=3, no=1)
    burst(article, yes=2, at=TEN + timedelta(hours=1))
    burst(make_article("Other"), at=TEN - timedelta(days=1))
    cast(make_article("Honest"), 5)
    first, second, third = listed(editor)
    assert first.startswith("Stuffed 2 March 2026, 11:00–12:00 UTC 2 0")
    assert second.startswith("Stuffed 2 March 2026, 10:00–11:00 UTC 3 1")
    assert third.startswith("Other")


def test_the_row_leads_to_what_its_window_holds(editor: Client) -> None:
    burst(make_article(), yes=3, no=1)
    link = soup(editor.get(HELD)).select_one("#content-main td a")
    page = soup(editor.get(str(link["href"])))
    rows = [row.get_text(" ", strip=True) for row in page.select("#content-main tbody tr")]
    assert rows == ["Held 3 1", "Counted already 2 0"]
    assert page.select_one("form.decision")


@pytest.mark.parametrize(
    ("decision", "tally", "message"),
    [
        ("release", "5 out of 5", "Released 3 votes"),
        ("void", "2 out of 2", "Voided 3 votes"),
        ("void_all", "0 out of 0", "Voided 5 votes"),
    ],
)
def test_a_decision_moves_the_tally_and_is_logged(
    editor: Client, decision: str, tally: str, message: str
) -> None:
    article = burst(make_article("Stuffed"))
    response = editor.post(decide(article), {**HOUR, "decision": decision}, follow=True)
    assert said(response) == [f"{message} on “Stuffed”."]
    assert str(VoteTally.objects.get()) == tally
    assert not HelpfulVote.objects.held().exists()
    assert list(differences()) == []
    entry = LogEntry.objects.get()
    assert (entry.user.username, entry.get_edited_object()) == ("editor", article)
    assert entry.change_message == f"{message} cast from 2026-03-02 10:00 to 2026-03-02 11:00 UTC."


def test_votes_of_other_hours_and_articles_stay_held(editor: Client) -> None:
    article = burst(make_article())
    burst(article, at=TEN + timedelta(hours=1))
    burst(make_article())
    editor.post(decide(article), {**HOUR, "decision": "release"})
    assert HelpfulVote.objects.held().count() == 6


def test_a_window_without_votes_changes_and_logs_nothing(editor: Client) -> None:
    response = editor.post(decide(make_article()), {**HOUR, "decision": "void"}, follow=True)
    assert said(response) == ["There was no vote to decide about in this window."]
    assert not LogEntry.objects.exists()


@pytest.mark.parametrize(
    "forged",
    [
        {"decision": "count twice"},
        {"decision": ""},
        {"since": "yesterday"},
        {"until": ""},
        {"since": "2026-03-02T11:00"},
    ],
)
def test_a_decision_that_makes_no_sense_is_not_carried_out(editor: Client, forged: dict[str, str]) -> None:
    article = burst(make_article())
    response = editor.post(decide(article), {**HOUR, "decision": "void", **forged})
    assert response.status_code == 200
    assert soup(response).select_one("#content-main .errorlist")
    assert HelpfulVote.objects.held().count() == 3


def test_a_page_without_a_window_asks_for_one(editor: Client) -> None:
    page = soup(editor.get(decide(make_article())))
    assert page.select_one("form.window input[name=since]")
    assert not page.select_one("form.decision")


class TestRights:
    def test_writers_see_that_votes_are_held_and_decide_nothing(self, writer: Client) -> None:
        article = burst(make_article())
        assert len(listed(writer)) == 1
        assert not soup(writer.get(HELD)).select("#content-main td a")
        assert writer.get(decide(article), HOUR).status_code == 403
        assert writer.post(decide(article), {**HOUR, "decision": "void"}).status_code == 403
        assert HelpfulVote.objects.held().count() == 3

    @pytest.mark.parametrize("rights", [[], ["publish_article"]])
    def test_who_may_not_see_votes_sees_and_decides_nothing(self, client: Client, rights: list[str]) -> None:
        article = burst(make_article())
        user = User.objects.create_user("newcomer", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        assert client.get(HELD).status_code == 403
        assert client.post(decide(article), {**HOUR, "decision": "void"}).status_code == 403
        assert HelpfulVote.objects.held().count() == 3

    def test_a_stranger_is_asked_to_log_in(self, client: Client) -> None:
        assert client.get(HELD).status_code == 302
        assert client.post(decide(burst(make_article())), {**HOUR, "decision": "void"}).status_code == 302
        assert HelpfulVote.objects.held().count() == 3

    def test_a_post_without_its_token_is_refused(self, db: None) -> None:
        article = burst(make_article())
        client = Client(enforce_csrf_checks=True)
        client.force_login(User.objects.create_superuser("chief"))
        assert client.post(decide(article), {**HOUR, "decision": "void"}).status_code == 403
        assert HelpfulVote.objects.held().count() == 3


def test_titles_are_text(editor: Client) -> None:
    article = burst(make_article("<script>alert(1)</script>"))
    query: dict[str, Any] = {**HOUR}
    for response in (
        editor.get(HELD),
        editor.get(decide(article), query),
        editor.post(decide(article), {**HOUR, "decision": "release"}, follow=True),
    ):
        page = response.content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page


def test_an_empty_list_says_what_would_stand_there(editor: Client) -> None:
    assert "No votes are held." in editor.get(HELD).content.decode()


def test_it_asks_the_same_for_few_and_many_rows(editor: Client) -> None:
    counts = []
    for number in (5, 45):
        for _ in range(number):
            burst(make_article())
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(HELD).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 8
