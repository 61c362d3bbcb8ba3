"""The page of a digest stays quick and light: few queries, few kilobytes, and 200 items in one save."""

import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from regions.models import Region
from tests.articles.admin.desk import CHANGE, change_article, soup
from tests.articles.admin.test_queries import long_digest
from tests.factories import make_article, make_region

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10
MOST_WEIGHT = 320 * 1024  # bytes of scripts and styles, compressed


def address(items: int) -> str:
    return reverse(CHANGE, args=[long_digest(items).pk])


@pytest.mark.parametrize("demo", [True, False])
@pytest.mark.parametrize("items", [14, 60])
def test_the_page_asks_ten_questions_whatever_the_number_of_items(
    editor: Client, django_assert_num_queries: DjangoAssertNumQueries, items: int, demo: bool
) -> None:
    url = address(items)
    editor.get(url)  # Django asks for content types once per process
    with override_settings(DEMO=demo), django_assert_num_queries(MOST_QUERIES):
        assert editor.get(url).status_code == 200


def test_scripts_and_styles_are_light(editor: Client) -> None:
    page = soup(editor.get(address(1)))
    files = linked_files(page)
    sizes = {name: len(gzip.compress(path.read_bytes())) for name, path in files.items()}
    assert len(sizes) > 20
    assert sum(sizes.values()) <= MOST_WEIGHT, sizes


def linked_files(page: BeautifulSoup) -> dict[str, Path]:
    """Every script and style that the page links, imports, or loads for its editors."""
    addresses = [str(script["src"]) for script in page.select("script[src]")]
    addresses += [str(style["href"]) for style in page.select("link[rel=stylesheet]")]
    imports = page.select_one("script[type=importmap]")
    assert imports is not None
    text = imports.get_text() + " ".join(str(area.attrs) for area in page.select("textarea"))
    addresses += [part for part in text.split('"') if part.startswith("/static/")]
    names = {address.removeprefix("/static/") for address in addresses if address.startswith("/static/")}
    found = {name: finders.find(name) for name in names}
    assert all(found.values()), found
    return {name: Path(str(path)) for name, path in found.items()}


def test_200_items_are_written_in_one_save(editor: Client) -> None:
    article, regions = make_article(body=""), [make_region() for _ in range(20)]
    form = change_article(editor, article.pk)
    for number in range(200):
        form.add("items", **item(number, regions))
    form.save()
    assert article.items.count() == 200
    form = change_article(editor, article.pk)
    for row in range(200):
        form.fill(f"items-{row}", position=200 - row)
    form.save()
    assert [item.heading for item in article.items.all()[:2]] == ["Item 199", "Item 198"]


def item(number: int, regions: list[Region]) -> dict[str, object]:
    return {
        "heading": f"Item {number}",
        "body": f"<p>What happened, number {number}.</p>",
        "filed_under": [regions[number % 20].pk, regions[(number + 7) % 20].pk],
        "topics": ["AI", f"topic {number % 5}"],
        "position": number + 1,
        "issuer": "The cabinet",
    }
