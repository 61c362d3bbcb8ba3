"""All policy items about a topic, page by page."""

import pytest
from django.test import Client
from pytest_django import Settings

from articles.choices import ArticleStatus
from tests.factories import make_article, make_item
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db


def test_a_topic_leads_to_the_pages_of_all_its_items(client: Client, settings: Settings) -> None:
    digest = make_article(body="")
    for number in range(settings.PAGE_SIZE + 3):
        make_item(digest, heading=f"Item {number}", tags=["Water"])
    make_item(digest, heading="Dry")
    make_item(make_article(status=ArticleStatus.DRAFT), heading="Hidden", tags=["Water"])
    topic = read(client, "/topics/water/")
    assert all_words(topic, ".onward") == [f"All {settings.PAGE_SIZE + 3} policy items"]
    (address,) = links(topic, ".onward")
    first, second = read(client, address), read(client, f"{address}?page=2")
    told = all_words(first, ".row h3") + all_words(second, ".row h3")
    assert sorted(told) == sorted(f"Item {number}" for number in range(settings.PAGE_SIZE + 3))
    assert words(second.select_one(".pages span")) == "Page 2 of 2"


def test_a_topic_of_articles_alone_says_so(client: Client) -> None:
    make_article(tags=["Water"])
    page = read(client, "/topics/water/items/")
    assert links(page, ".empty") == ["/topics/water/"]
    read(client, "/topics/none/items/", status=404)
