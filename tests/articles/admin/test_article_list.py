"""The list of articles: what its columns tell, and how it is narrowed."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.choices import ArticleStatus
from articles.models import Series
from tests.articles.admin.desk import LIST, soup
from tests.factories import make_article, make_digest, make_item, make_tally

pytestmark = pytest.mark.django_db


def listed(client: Client, **query: Any) -> list[str]:
    response = client.get(reverse(LIST), query)
    assert response.status_code == 200
    return [row.get_text(strip=True) for row in soup(response).select("#result_list .field-title a")]


def cell(client: Client, column: str) -> str:
    return soup(client.get(reverse(LIST))).select_one(f"#result_list .field-{column}").get_text(strip=True)


class TestColumns:
    def test_a_digest_tells_its_items_regions_tally_series_and_status(self, editor: Client) -> None:
        series = Series.objects.create(name="Blockchain policy weekly")
        digest = make_digest("Fiji", "Peru", "Chad", "Mali", series=series)
        make_tally(digest, base_yes=93, base_no=39)
        columns = ("status", "item_count", "places", "helpful", "series")
        assert [cell(editor, column) for column in columns] == [
            *("published", "4", "Fiji, Peru, Chad, …", "93 out of 132", "Blockchain policy weekly")
        ]

    def test_what_there_is_none_of_is_a_dash(self, editor: Client) -> None:
        make_article()
        assert [cell(editor, column) for column in ("item_count", "places", "helpful")] == ["–"] * 3


class TestFilters:
    def test_by_status_series_and_language(self, editor: Client) -> None:
        series = Series.objects.create(name="Weekly")
        make_article("Edition", series=series)
        make_article("Draft", status=ArticleStatus.DRAFT, published_at=None)
        make_article("中文", language="zh")
        assert listed(editor, status__exact="draft") == ["Draft"]
        assert listed(editor, series__id__exact=series.pk) == ["Edition"]
        assert listed(editor, language="zh") == ["中文"]

    def test_by_topic_of_the_article_or_of_an_item(self, editor: Client) -> None:
        make_article("Its own", tags=["AI"])
        make_item(make_article("Of an item"), tags=["AI"])
        make_article("Neither", tags=["energy"])
        assert set(listed(editor, topic="ai")) == {"Its own", "Of an item"}

    def test_a_topic_that_is_not_there_finds_nothing(self, editor: Client) -> None:
        make_article(tags=["AI"])
        assert listed(editor, topic="there-is-none") == []

    def test_the_topics_of_most_articles_are_offered_and_the_chosen_one(self, editor: Client) -> None:
        for number in range(21):
            make_article(tags=[f"topic {number:02}", "common"])
        page = soup(editor.get(reverse(LIST), {"topic": "topic-20"}))
        choices = page.select("#changelist-filter details[data-filter-title=topic] a")
        offered = [str(choice["href"]).partition("topic=")[2] for choice in choices[1:]]  # after "All"
        assert offered[0] == "common"
        assert len(offered) == 21
        assert "topic-20" in offered

    def test_by_date_and_by_words(self, editor: Client) -> None:
        make_article("Of spring", published_at=datetime(2025, 4, 1, tzinfo=UTC))
        make_digest("Peru", title="Of summer", published_at=datetime(2026, 7, 1, tzinfo=UTC))
        assert listed(editor, published_at__year=2025) == ["Of spring"]
        assert listed(editor, q="summer") == ["Of summer"]
        assert listed(editor, q="Peru") == ["Of summer"]
