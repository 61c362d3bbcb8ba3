"""The digest that this product was made for, carried from its source through the desk to its readers.

The text is somebody else's and no part of this repository: the test reads it from beside the checkout and
is skipped where it isn't there.
"""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoDbBlocker

from articles.demo.accounts import EDITORS
from articles.models import Article
from policytracker.env import BASE_DIR
from regions.models import Region
from tests.articles.admin.conftest import member
from tests.articles.admin.desk import add_article
from tests.conftest import CI
from tests.factories import make_region
from tests.reading import all_words, read, words

SHARED = BASE_DIR.parent / "shared"
SEED = SHARED / "seed" / "digest.txt"

pytestmark = pytest.mark.django_db


class Shape(NamedTuple):
    """What an item looks like: its number, the heading that the source prints, its place, its paragraphs."""

    number: int | None
    printed: str
    path: str
    paragraphs: int = 1


ITEMS = [
    Shape(1, "Jiangsu Province", "china/jiangsu"),
    Shape(2, "Jilin", "china/jilin"),
    Shape(3, "Liaoning", "china/liaoning"),
    Shape(4, "Chongqing", "china/chongqing", 2),
    Shape(5, "", "china/zhejiang/hangzhou"),
    Shape(6, "Kunming", "china/yunnan/kunming"),
    Shape(7, "Tianjin", "china/tianjin"),
    Shape(8, "Changsha", "china/hunan/changsha"),
    Shape(9, "Beijing", "china/beijing"),
    Shape(10, "", "china/shanghai"),
    Shape(11, "Dalian", "china/liaoning/dalian"),
    Shape(None, "", "china/beijing"),
    Shape(12, "Guangzhou", "china/guangdong/guangzhou", 2),
    Shape(13, "Shijiazhuang", "china/hebei/shijiazhuang"),
]
RELATED = 6
OWN_POSTS = 2


class Seed:
    """The source, read line by line as its shape says."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.title, self.introduction = next(lines), next(lines)
        self.bodies = []
        for item in ITEMS:
            if item.printed:
                assert next(lines) == f"{item.number:02d} {item.printed}"
            self.bodies.append([next(lines) for _ in range(item.paragraphs)])
        self.conclusion, self.reprint, self.contact = next(lines), next(lines), next(lines)
        assert [next(lines) for _ in range(3)][1].startswith("93 out of 132")
        self.related = [(next(lines), next(lines)) for _ in range(RELATED)]
        assert next(lines, None) is None


@pytest.fixture(scope="module")
def seed() -> Seed:
    if not SEED.exists():
        if CI and SHARED.exists():
            pytest.fail(f"{SEED} is missing beside this checkout", pytrace=False)
        pytest.skip(f"no {SEED} beside this checkout")
    lines = (line.strip() for line in SEED.read_text(encoding="utf-8").splitlines())
    return Seed(line for line in lines if line)


def make_places() -> dict[str, Region]:
    """Make the regions of the items; return them by path."""
    found: dict[str, Region] = {}
    for item in ITEMS:
        parent = None
        slugs = item.path.split("/")
        for depth, slug in enumerate(slugs, start=1):
            path = "/".join(slugs[:depth])
            found[path] = parent = found.get(path) or make_region(slug.title(), parent)
    return found


@pytest.fixture(scope="module")
def page(seed: Seed, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[BeautifulSoup]:
    """The public page of the digest, made once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _written(seed, make_places())
        transaction.set_rollback(True)


def _written(seed: Seed, places: dict[str, Region]) -> BeautifulSoup:
    """Make the digest item by item at the desk; return its public page."""
    editor = member("editor", EDITORS)
    own = [_write_post(editor, *related) for related in seed.related[:OWN_POSTS]]
    form = add_article(editor).fill(
        title=seed.title,
        introduction=_prose([seed.introduction]),
        conclusion=_prose([seed.conclusion]),
        topics=["Blockchain", "Digital government"],
        status="published",
        brought_helpful=93,
        brought_total=132,
    )
    for item, body in zip(ITEMS, seed.bodies, strict=True):
        number = {} if item.number else {"numbered": None}
        heading = item.printed if item.printed.endswith("Province") else ""
        form.add("items", filed_under=[places[item.path].pk], heading=heading, body=_prose(body), **number)
    form.add("notices", kind="reprint", text=seed.reprint)
    form.add("notices", kind="contact", text=seed.contact)
    for post in own:
        form.add("related_posts", post=post.pk)
    for number, (title, excerpt) in enumerate(seed.related[OWN_POSTS:]):
        form.add("related_posts", url=f"https://example.org/{number}", title=title, excerpt=excerpt)
    form.save()
    return read(Client(), Article.objects.get(title=seed.title).get_absolute_url())


def _write_post(editor: Client, title: str, text: str) -> Article:
    add_article(editor).fill(title=title, body=_prose([text]), status="published").save()
    return Article.objects.get(title=title)


def _prose(paragraphs: list[str]) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


def test_a_reader_sees_the_whole_digest(page: BeautifulSoup, seed: Seed) -> None:
    assert words(page.h1) == " ".join(seed.title.split())
    assert words(page.select_one(".introduction")) == " ".join(seed.introduction.split())
    assert words(page.select_one(".conclusion")) == " ".join(seed.conclusion.split())


def test_fourteen_items_stand_in_order_with_their_numbers(page: BeautifulSoup) -> None:
    items = page.select("[data-region]")
    numbers = [item.get("data-number") for item in items]
    assert numbers == [str(item.number) if item.number else None for item in ITEMS]
    headings = all_words(page, "[data-region] .item-heading")
    assert headings[0] == "01 Jiangsu Province"
    assert headings[4] == "05 Hangzhou"
    assert headings[9] == "10 Shanghai"
    assert headings[11] == "Beijing"
    assert headings[13] == "13 Shijiazhuang"


def test_every_item_is_filed_under_its_region(page: BeautifulSoup) -> None:
    assert [item["data-region"] for item in page.select("[data-region]")] == [item.path for item in ITEMS]


def test_every_paragraph_and_the_circled_point_are_there(page: BeautifulSoup, seed: Seed) -> None:
    for item, body in zip(page.select("[data-region]"), seed.bodies, strict=True):
        assert all_words(item, ".prose > p") == [" ".join(paragraph.split()) for paragraph in body]
    guangzhou = all_words(page.select("[data-region]")[12], ".prose > p")
    assert guangzhou[1].startswith("① ")


def test_the_notices_stand_at_the_end(page: BeautifulSoup, seed: Seed) -> None:
    notices = all_words(page, ".notices p")
    assert notices[0].startswith(seed.reprint)
    assert notices[1] == seed.contact


def test_93_out_of_132_found_it_helpful(page: BeautifulSoup) -> None:
    tally = page.select("[data-helpful-yes]")
    assert [(element["data-helpful-yes"], element["data-helpful-total"]) for element in tally] == [
        ("93", "132")
    ]
    assert "93 out of 132 found this helpful" in words(tally[0])


def test_six_related_posts_are_offered_in_the_editors_order(page: BeautifulSoup, seed: Seed) -> None:
    cards = page.select("[data-related]")
    assert len(cards) == RELATED
    for card, (title, _) in zip(cards, seed.related, strict=True):
        assert title in " ".join(card.get_text().split())
    assert [str(card.a["href"]) for card in cards[OWN_POSTS:]] == [
        f"https://example.org/{number}" for number in range(RELATED - OWN_POSTS)
    ]
