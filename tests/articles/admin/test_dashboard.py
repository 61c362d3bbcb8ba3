"""The first page of the desk: what one needs now, of what one may see."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.choices import ArticleStatus, VoteState
from articles.models import Article
from tests.articles.admin.desk import soup
from tests.articles.admin.worklists.ballots import cast, judged
from tests.factories import make_article, make_digest

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


def desk(client: Client) -> BeautifulSoup:
    response = client.get(INDEX)
    assert response.status_code == 200
    return soup(response)


def cards(client: Client) -> dict[str, str]:
    """The text of each card by its heading."""
    found = {}
    for card in desk(client).select(".desk section"):
        heading = card.select_one("h2").extract()
        found[heading.get_text(" ", strip=True)] = card.get_text(" ", strip=True)
    return found


def unpublished(title: str, status: str = ArticleStatus.DRAFT, **fields: Any) -> Article:
    return make_article(title, **{"status": status, "published_at": None} | fields)


class TestPiles:
    def test_own_drafts_come_before_those_of_others(self, writer: Client) -> None:
        unpublished("Mine", saved_by=User.objects.get(username="writer"))
        unpublished("Another's", saved_by=User.objects.create_user("lin"))
        text = cards(writer)["Drafts 2"]
        assert text.index("Mine saved by you") < text.index("Another's saved by lin")

    def test_publishers_find_what_waits_for_them(self, editor: Client) -> None:
        unpublished("Sent in", ArticleStatus.IN_REVIEW)
        unpublished("Ready", ArticleStatus.APPROVED)
        found = cards(editor)
        assert "Sent in" in found["In review 1"]
        assert "Ready" in found["Approved 1"]

    def test_writers_are_not_asked_to_review(self, writer: Client) -> None:
        unpublished("Sent in", ArticleStatus.IN_REVIEW)
        assert not {"In review", "In review 1", "Approved"} & set(cards(writer))

    def test_what_is_scheduled_comes_in_the_order_in_which_it_appears(self, editor: Client) -> None:
        for days, title in ((9, "Later"), (2, "Sooner"), (-1, "Out already")):
            make_article(
                title, status=ArticleStatus.SCHEDULED, published_at=timezone.now() + timedelta(days=days)
            )
        text = cards(editor)["Scheduled next 2"]
        assert text.index("Sooner") < text.index("Later")
        assert "Out already" not in text

    def test_of_many_the_first_five_are_named_and_all_are_counted(self, editor: Client) -> None:
        for number in range(7):
            unpublished(f"Draft {number}")
        assert cards(editor)["Drafts 7"].count("Draft ") == 5
        link = desk(editor).select_one(".desk section p a[href*=draft]")
        assert soup(editor.get(str(link["href"]))).select("#result_list tbody tr")[6]

    def test_empty_piles_say_so(self, editor: Client) -> None:
        found = cards(editor)
        assert found["Drafts"] == "Nothing is being written."
        assert found["In review"] == "Nothing waits for your review."
        assert found["Held votes"] == "None: every vote is counted."


class TestVotes:
    def test_articles_that_do_worse_than_the_site_are_named(self, editor: Client) -> None:
        judged(make_article("Failing"), no=18, yes=2)
        judged(make_article("Fine"), no=2, yes=60)
        text = cards(editor)["Readers say No"]
        assert "Failing 18 of 20 said No" in text
        assert "Fine" not in text

    def test_held_votes_and_comments_are_there(self, editor: Client) -> None:
        cast(make_article("Stuffed"), 3, helpful=True, state=VoteState.HELD)
        cast(make_article("Read"), 1, comment="A word of thanks.")
        found = cards(editor)
        assert "Stuffed 3 Yes, 0 No" in found["Held votes"]
        assert "A word of thanks. No on Read" in found["Latest comments"]


class TestCharts:
    def test_votes_per_day_are_drawn_and_told(self, editor: Client) -> None:
        article = make_article()
        cast(article, 3, helpful=True)
        cast(article, 1)
        cast(article, 9, days_ago=30)
        drawing = desk(editor).select_one("#chart-votes").find_parent("section")
        assert drawing.select_one("svg")["role"] == "img"
        assert (
            drawing.select_one("svg desc")
            .get_text()
            .startswith("4 votes in the last 30 days: 3 Yes and 1 No.")
        )
        assert len(drawing.select("rect")) == 2
        last = drawing.select("table tbody tr")[-1]
        assert [cell.get_text() for cell in last.select("td")] == ["3", "1"]
        assert len(drawing.select("table tbody tr")) == 30

    def test_items_per_month_count_what_is_public(self, editor: Client) -> None:
        make_digest("Freedonia", "Ruritania")
        make_digest("Freedonia", status=ArticleStatus.DRAFT, published_at=None)
        make_digest("Freedonia", published_at=timezone.now() - timedelta(days=400))
        drawing = desk(editor).select_one("#chart-items").find_parent("section")
        rows = [row.select_one("td").get_text() for row in drawing.select("table tbody tr")]
        assert sum(map(int, rows)) == 2
        assert len(rows) == 12

    def test_without_numbers_there_is_a_sentence_instead(self, editor: Client) -> None:
        found = cards(editor)
        assert "0 votes in the last 30 days" in found["Votes per day"]
        assert not desk(editor).select(".charts svg")


class TestRights:
    def newcomer(self, client: Client, *rights: str) -> Client:
        user = User.objects.create_user("newcomer", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        return client

    def test_who_may_see_nothing_finds_nothing(self, client: Client) -> None:
        judged(make_article("Failing"), no=20)
        unpublished("Draft")
        page = self.newcomer(client)
        assert cards(page) == {}
        assert "Draft" not in page.get(INDEX).content.decode()

    def test_who_may_see_articles_alone_finds_articles_alone(self, client: Client) -> None:
        found = cards(self.newcomer(client, "view_article"))
        assert list(found) == ["Drafts", "Scheduled next"]
        assert not desk(client).select(".desk a.button")

    def test_a_writer_and_an_editor_may_write(self, writer: Client, editor: Client) -> None:
        for client in (writer, editor):
            assert desk(client).select_one(".desk a.button")["href"] == reverse("admin:articles_article_add")

    def test_django_s_own_list_stays_below(self, editor: Client) -> None:
        assert desk(editor).select_one("#content-main .app-articles")


def test_titles_comments_and_names_are_text(editor: Client) -> None:
    unpublished(HOSTILE, saved_by=User.objects.create_user(HOSTILE[:60]))
    cast(make_article(HOSTILE), 20, comment=HOSTILE)
    cast(make_article(HOSTILE), 1, state=VoteState.HELD)
    page = editor.get(INDEX).content.decode()
    assert page.count("&lt;script&gt;alert(1)") >= 5
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page


def test_it_asks_the_same_for_few_and_many_rows(editor: Client) -> None:
    counts = []
    for rows in (2, 30):
        for _ in range(rows):
            unpublished("Draft", saved_by=User.objects.get(username="editor"))
            article = judged(make_digest(), no=12, comment="Words")
            cast(article, 2, state=VoteState.HELD)
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(INDEX).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12
