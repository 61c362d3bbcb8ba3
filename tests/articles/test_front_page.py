"""The front page beside the latest: by series, by region."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.choices import ArticleStatus
from articles.models import Series
from tests.factories import make_article, make_digest
from tests.reading import all_words, links, read

pytestmark = pytest.mark.django_db


def test_each_series_leads_to_its_latest_public_edition(client: Client) -> None:
    now = timezone.now()
    weekly, daily = Series.objects.create(name="Weekly"), Series.objects.create(name="Daily")
    Series.objects.create(name="Unused")
    make_article("Old", series=weekly, published_at=now - timedelta(days=2))
    new = make_article("New", series=weekly, published_at=now - timedelta(days=1))
    make_article("Draft", series=weekly, status=ArticleStatus.DRAFT, published_at=now)
    make_article("Today", series=daily, published_at=now)
    page = read(client, "/")
    assert all_words(page, ".series-list h3") == ["Daily", "Weekly"]
    assert new.get_absolute_url() in links(page, ".series-list")
    assert [link.split()[0] for link in all_words(page, ".series-list .byline a")] == ["Today", "New"]


def test_the_regions_with_most_items_come_first(client: Client) -> None:
    make_digest("Jilin", "Liaoning", "Liaoning")
    page = read(client, "/")
    assert all_words(page, "[aria-labelledby=by-region] li") == ["Liaoning 2 items", "Jilin 1 item"]
    assert links(page, "[aria-labelledby=by-region] .onward") == ["/regions/"]


def test_further_pages_are_the_list_alone(client: Client, settings: Settings) -> None:
    for _ in range(settings.PAGE_SIZE + 1):
        make_digest("Jilin", series=Series.objects.get_or_create(name="Weekly")[0])
    assert read(client, "/?page=2").select(".series-list, [aria-labelledby=by-region]") == []
