"""How articles and items are cited: in the order of the Chicago Manual's notes, as plain text to copy."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from articles.citations import cite_article
from articles.models import Article
from tests.factories import make_article, make_digest, make_item, make_region
from tests.reading import all_words, read
from tests.world import HOSTILE

pytestmark = pytest.mark.django_db

APPEARED = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL, settings.SITE_NAME = "https://policy.example", "The Tracker"


def article(title: str = "News", **fields: Any) -> Article:
    return make_article(title, slug="news", published_at=APPEARED, **fields)


def test_an_article_is_cited_by_authors_title_site_date_and_address(client: Client) -> None:
    post = article(byline="Ann Lee; 李安")
    assert all_words(read(client, post.get_absolute_url()), ".cite-text") == [
        "Ann Lee and 李安, “News,” The Tracker, 2 March 2026, https://policy.example/articles/news/."
    ]


def test_an_item_is_cited_with_its_number_in_its_article(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning", title="Round", byline="Ann Lee", published_at=APPEARED)
    item = digest.items.last()
    assert item
    (citation,) = all_words(read(client, item.get_absolute_url()), ".cite-text")
    address = f"https://policy.example/items/{item.pk}/"
    assert citation == f"Ann Lee, “02 Liaoning,” in “Round,” The Tracker, 2 March 2026, {address}."


def test_the_address_in_a_citation_is_the_same_in_every_frame(client: Client) -> None:
    item = make_item(article(), make_region("Beijing"))
    for path in ("/articles/news/", item.get_absolute_url()):
        (citation,) = all_words(read(client, f"/zh{path}"), ".cite-text")
        assert f"https://policy.example{path}" in citation


def test_an_unnumbered_item_is_cited_by_its_heading(client: Client) -> None:
    item = make_item(article(byline="Ann Lee"), make_region("Beijing"), numbered=False)
    assert (
        "Ann Lee, “Beijing,” in “News,”" in all_words(read(client, item.get_absolute_url()), ".cite-text")[0]
    )


def test_without_a_byline_the_site_is_the_author() -> None:
    assert cite_article(article()) == (
        "The Tracker, “News,” 2 March 2026, https://policy.example/articles/news/."
    )


@pytest.mark.parametrize(
    ("byline", "named"),
    [("Ann; Bob; Cem", "Ann, Bob, and Cem, “"), ("Ann; Bob; Cem; Dan", "Ann et al., “")],
)
def test_of_more_than_three_authors_the_first_stands_for_all(byline: str, named: str) -> None:
    assert cite_article(article(byline=byline)).startswith(named)


def test_braces_and_markup_in_a_title_are_text(client: Client) -> None:
    post = article(f"{HOSTILE} {{site}} %s", byline="{title}")
    page = read(client, post.get_absolute_url())
    assert all_words(page, ".cite-text")[0].startswith(f"{{title}}, “{HOSTILE} {{site}} %s,” The Tracker")
    assert not page.select(".cite-text *")
