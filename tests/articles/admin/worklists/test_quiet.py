"""Regions and topics without news: which, in which order, and who may see."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article
from tests.articles.admin.desk import soup
from tests.factories import make_article, make_item, make_region, make_topic

pytestmark = pytest.mark.django_db

REGIONS = reverse("admin:articles_policyitem_quiet_regions")
TOPICS = reverse("admin:articles_policyitem_quiet_topics")


def listed(client: Client, url: str, **query: Any) -> dict[str, str]:
    """The number of items of each name in the list, in its order."""
    response = client.get(url, query)
    assert response.status_code == 200
    rows = soup(response).select("#content-main tbody tr")
    return {row.select_one("th").get_text(): row.select("td")[-1].get_text() for row in rows}


def told(days_ago: int, **fields: Any) -> Article:
    return make_article(published_at=timezone.now() - timedelta(days=days_ago), **fields)


class TestRegions:
    def test_those_without_news_come_the_longest_quiet_first(self, editor: Client) -> None:
        for name, days_ago in (("Lately", 10), ("Quiet", 100), ("Long quiet", 300)):
            make_item(told(days_ago), make_region(name))
        make_region("Never covered")
        assert list(listed(editor, REGIONS)) == ["Long quiet", "Quiet"]

    def test_the_day_of_the_announcement_counts_before_that_of_publication(self, editor: Client) -> None:
        old = timezone.localdate() - timedelta(days=200)
        make_item(told(1), make_region("Old news"), announced_on=old)
        assert list(listed(editor, REGIONS)) == ["Old news"]

    def test_news_inside_a_region_are_its_own(self, editor: Client) -> None:
        china = make_region("China")
        make_item(told(300), china)
        make_item(told(5), make_region("Jiangsu", china))
        make_item(told(300), make_region("Jilin", china))
        assert listed(editor, REGIONS) == {"Jilin · China": "1"}

    def test_what_readers_can_t_see_is_no_news(self, editor: Client) -> None:
        france = make_region("France")
        make_item(told(200), france)
        make_item(make_article(status=ArticleStatus.DRAFT, published_at=None), france)
        make_item(told(3, status=ArticleStatus.ARCHIVED), france)
        assert listed(editor, REGIONS) == {"France": "1"}

    @pytest.mark.parametrize(
        ("days", "names"),
        [("30", ["France"]), ("365", []), ("", []), ("-1", []), ("x", []), ("9" * 30, []), ("٣", [])],
    )
    def test_the_days_can_be_chosen(self, editor: Client, days: str, names: list[str]) -> None:
        make_item(told(60), make_region("France"))
        assert list(listed(editor, REGIONS, days=days)) == names


class TestTopics:
    def test_those_without_news_come_the_longest_quiet_first(self, editor: Client) -> None:
        make_item(told(100), tags=["quiet"])
        make_item(told(300), tags=["long quiet", "lately"])
        make_item(told(10), tags=["lately"])
        make_topic("never used")
        assert list(listed(editor, TOPICS)) == ["long quiet", "quiet"]

    def test_an_article_that_carries_the_topic_is_news(self, editor: Client) -> None:
        make_item(told(300), tags=["AI", "energy"])
        told(10, tags=["AI"])
        told(200, tags=["posts only"])
        assert listed(editor, TOPICS) == {"energy": "1", "posts only": "0"}

    def test_what_readers_can_t_see_is_no_news(self, editor: Client) -> None:
        make_item(told(200), tags=["AI"])
        draft = make_article(status=ArticleStatus.DRAFT, published_at=None, tags=["AI"])
        make_item(draft, tags=["AI"])
        assert listed(editor, TOPICS) == {"AI": "1"}

    def test_a_topic_of_drafts_alone_is_not_listed(self, editor: Client) -> None:
        make_item(make_article(status=ArticleStatus.DRAFT, published_at=None), tags=["AI"])
        assert listed(editor, TOPICS, days="1") == {}


@pytest.mark.parametrize("url", [REGIONS, TOPICS])
class TestBoth:
    def test_it_takes_the_right_to_see_items(self, writer: Client, client: Client, url: str) -> None:
        assert writer.get(url).status_code == 200
        assert client.get(url).status_code == 302
        client.force_login(User.objects.create_user("newcomer", is_staff=True))
        assert client.get(url).status_code == 403

    def test_names_are_text(self, editor: Client, url: str) -> None:
        name = "<script>alert(1)</script>"
        make_item(told(300), make_region(name), tags=[name])
        page = editor.get(url).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert name not in page

    def test_an_empty_list_says_what_to_do(self, editor: Client, url: str) -> None:
        assert "Choose fewer days" in editor.get(url).content.decode()

    def test_many_are_paged(self, editor: Client, url: str) -> None:
        for number in range(26):
            make_item(told(100 + number), make_region(), tags=[f"topic {number}"])
        assert len(listed(editor, url)) == 25
        assert len(listed(editor, url, page="2")) == 1

    def test_it_asks_the_same_for_few_and_many_rows(self, editor: Client, url: str) -> None:
        counts = []
        for number in (5, 20):
            for serial in range(number):
                place = make_region(parent=make_region())
                make_item(told(100), place, tags=[f"topic {number} {serial}"])
            with CaptureQueriesContext(connection) as captured:
                assert editor.get(url).status_code == 200
            counts.append(len(captured))
        assert counts[0] == counts[1] <= 8
