"""What comes before and after: editions of a series, items of a digest."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, Series
from tests.factories import make_article, make_digest, make_item
from tests.reading import all_words, links, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def editions() -> list[Article]:
    weekly, now = Series.objects.create(name="Weekly"), timezone.now()
    return [
        make_article(f"Edition {n}", series=weekly, published_at=now - timedelta(days=9 - n))
        for n in range(3)
    ]


def test_an_edition_leads_to_those_before_and_after(client: Client, editions: list[Article]) -> None:
    first, second, third = editions
    page = read(client, second.get_absolute_url())
    assert all_words(page, ".neighbours a") == ["Previous edition Edition 0", "Next edition Edition 2"]
    assert links(page, ".neighbours") == [first.get_absolute_url(), third.get_absolute_url()]
    assert links(read(client, third.get_absolute_url()), ".neighbours") == [second.get_absolute_url()]


def test_editions_of_one_moment_have_an_order(client: Client, editions: list[Article]) -> None:
    Article.objects.update(published_at=timezone.now() - timedelta(days=1))
    pages = [links(read(client, edition.get_absolute_url()), ".neighbours") for edition in editions]
    first, second, third = (edition.get_absolute_url() for edition in editions)
    assert pages == [[second], [first, third], [second]]


def test_an_edition_that_is_not_public_is_passed_over(client: Client, editions: list[Article]) -> None:
    first, second, third = editions
    Article.objects.filter(pk=second.pk).update(status=ArticleStatus.DRAFT)
    assert links(read(client, first.get_absolute_url()), ".neighbours") == [third.get_absolute_url()]


def test_an_article_of_no_series_has_no_editions_beside_it(client: Client) -> None:
    make_article()
    assert read(client, make_article().get_absolute_url()).select(".neighbours") == []


def test_an_item_leads_to_those_before_and_after(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning")
    between = make_item(digest, heading="A note", numbered=False)
    last = make_item(digest, heading="The end")
    first, second = digest.items.all()[:2]
    page = read(client, between.get_absolute_url())
    assert all_words(page, ".neighbours a") == ["Previous item 02 Liaoning", "Next item 03 The end"]
    assert links(page, ".neighbours") == [second.get_absolute_url(), last.get_absolute_url()]
    assert links(read(client, first.get_absolute_url()), ".neighbours") == [second.get_absolute_url()]
