"""The worklist of articles that readers say No to: which, in which order, with what beside them."""

from typing import Any

import pytest
from bs4 import Tag
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import ArticleStatus, VoteReason, VoteState
from articles.models import Article
from articles.voting.audit import differences
from tests.articles.admin.desk import soup
from tests.articles.admin.worklists.ballots import cast, judged
from tests.factories import make_article, make_tally

pytestmark = pytest.mark.django_db

WORKLIST = reverse("admin:articles_helpfulvote_worklist")
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


def comments_of(article: Article) -> str:
    return reverse("admin:articles_helpfulvote_comments", args=[article.pk])


def rows(client: Client, **query: Any) -> list[Tag]:
    response = client.get(WORKLIST, query)
    assert response.status_code == 200
    return soup(response).select("#content-main tbody tr")


def titles(client: Client, **query: Any) -> list[str]:
    return [row.select_one("th").get_text(strip=True) for row in rows(client, **query)]


def cells(row: Tag) -> list[str]:
    return [cell.get_text(" ", strip=True) for cell in row.select("td")]


class TestOrder:
    def test_the_surest_problem_comes_first(self, editor: Client) -> None:
        judged(make_article("Sure"), no=18, yes=2)
        judged(make_article("Less sure"), no=9, yes=1)
        judged(make_article("Fine"), no=1, yes=19)
        assert titles(editor) == ["Sure", "Less sure", "Fine"]

    def test_many_readers_let_down_weigh_more_than_a_high_share(self, editor: Client) -> None:
        judged(make_article("Few readers"), no=10)
        judged(make_article("Many readers"), no=120, yes=80)
        judged(make_article("Fine"), no=10, yes=300)
        assert titles(editor)[0] == "Few readers"
        assert titles(editor, order="let-down")[0] == "Many readers"

    def test_an_unknown_order_is_the_first(self, editor: Client) -> None:
        judged(make_article("One"), no=10)
        assert titles(editor, order="'--") == ["One"]

    def test_nine_votes_are_too_few(self, editor: Client) -> None:
        judged(make_article("Nine"), no=9)
        judged(make_article("Ten"), no=10)
        assert titles(editor) == ["Ten"]

    def test_votes_before_the_window_count_in_the_tally_alone(self, editor: Client) -> None:
        article = judged(make_article("Old"), no=10, days_ago=90)
        assert titles(editor) == []
        judged(article, no=10, yes=2, days_ago=89)
        (row,) = rows(editor)
        assert cells(row)[:2] == ["10", "2"]
        assert cells(row)[-1] == "2 out of 22"

    @pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.ARCHIVED])
    def test_what_readers_can_t_see_is_not_listed(self, editor: Client, status: str) -> None:
        judged(make_article(status=status), no=20)
        assert titles(editor) == []

    def test_held_and_void_votes_do_not_count(self, editor: Client) -> None:
        article = judged(make_article(), no=10)
        cast(article, 5, state=VoteState.HELD)
        cast(article, 5, state=VoteState.VOID)
        (row,) = rows(editor)
        assert cells(row)[:2] == ["10", "0"]
        assert list(differences()) == []


class TestRow:
    def test_it_tells_figures_and_tally(self, editor: Client) -> None:
        article = judged(make_article(), no=8, yes=2)
        make_tally(article, base_yes=93, base_no=39)
        (row,) = rows(editor)
        assert cells(row)[:4] == ["8", "2", "80%", "54%"]
        assert cells(row)[-1] == "95 out of 142"

    def test_reasons_after_no_are_counted_and_comments_numbered(self, editor: Client) -> None:
        article = make_article()
        cast(article, 7, reason=VoteReason.INCOMPLETE)
        cast(article, 3, reason=VoteReason.WRONG_OR_OUTDATED, comment="The date is wrong.")
        cast(article, 2, helpful=True, reason=VoteReason.COMPLETE)
        (row,) = rows(editor)
        assert cells(row)[6] == "Incomplete 7 Wrong or out of date 3"
        assert cells(row)[7].startswith("3")
        assert row.select_one(f'a[href="{comments_of(article)}"]')

    def test_votes_since_the_last_major_change_stand_beside_the_whole(self, editor: Client) -> None:
        article = judged(make_article(version=2), no=20, article_version=1)
        assert cells(rows(editor)[0])[5] == "no votes yet"
        judged(article, no=1, yes=3, article_version=2)
        row = cells(rows(editor)[0])
        assert (row[0], row[5]) == ("21", "1 No, 3 Yes: 25%")

    def test_an_article_that_never_changed_says_so(self, editor: Client) -> None:
        judged(make_article(), no=20)
        assert cells(rows(editor)[0])[5] == "never changed"


class TestComments:
    def test_they_are_listed_the_latest_first_with_answer_and_reason(self, editor: Client) -> None:
        article = make_article()
        cast(article, 1, comment="Older", days_ago=2, reason=VoteReason.INCOMPLETE)
        cast(article, 1, comment="Newer", helpful=True)
        cast(article, 1)
        found = [
            li.get_text(" ", strip=True)
            for li in soup(editor.get(comments_of(article))).select(".comments li")
        ]
        assert [text.split()[-1] for text in found] == ["Newer", "Older"]
        assert found[1].startswith("No · Incomplete")

    def test_void_ones_are_not_shown(self, editor: Client) -> None:
        article = make_article()
        cast(article, 1, comment="Spam", state=VoteState.VOID)
        assert "Spam" not in editor.get(comments_of(article)).content.decode()

    def test_those_since_the_last_major_change_can_be_told_apart(self, editor: Client) -> None:
        article = make_article(version=2)
        cast(article, 1, comment="Before", article_version=1)
        cast(article, 1, comment="After", article_version=2)
        page = editor.get(comments_of(article), {"since": "change"}).content.decode()
        assert ("After" in page, "Before" in page) == (True, False)

    def test_many_are_paged_and_the_choice_is_kept(self, editor: Client) -> None:
        article = make_article(version=2)
        cast(article, 26, comment="Words", article_version=2)
        page = soup(editor.get(comments_of(article), {"since": "change"}))
        assert len(page.select(".comments li")) == 25
        assert page.select_one(".pages a")["href"] == "?since=change&page=2"
        assert len(soup(editor.get(comments_of(article), {"page": "99"})).select(".comments li")) == 1

    def test_there_are_none_of_no_article(self, editor: Client) -> None:
        assert editor.get(reverse("admin:articles_helpfulvote_comments", args=[0])).status_code == 404


def test_titles_and_comments_are_text(editor: Client) -> None:
    article = make_article(HOSTILE)
    cast(article, 10, comment=HOSTILE)
    for url in (WORKLIST, comments_of(article)):
        page = editor.get(url).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("rows_shown", [WORKLIST, "comments"])
def test_it_takes_the_right_to_see_votes(
    writer: Client, editor: Client, client: Client, rows_shown: str
) -> None:
    url = comments_of(make_article()) if rows_shown == "comments" else rows_shown
    assert (writer.get(url).status_code, editor.get(url).status_code) == (200, 200)
    assert client.get(url).status_code == 302
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    assert client.get(url).status_code == 403
    assert editor.post(url).status_code == 405


def test_an_empty_worklist_says_when_it_fills(editor: Client) -> None:
    assert "No article has had 10 votes" in editor.get(WORKLIST).content.decode()


def test_it_asks_the_same_for_few_and_many_rows(editor: Client) -> None:
    counts = []
    for number in (5, 45):
        for _ in range(number):
            judged(make_article(version=2), no=10, reason=VoteReason.INCOMPLETE, comment="Words")
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(WORKLIST).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12
