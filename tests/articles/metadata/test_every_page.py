"""What holds for every page: one description, Open Graph's rules and those of schema.org. FAULTS S09."""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from articles.choices import Action, Instrument
from articles.metadata.page import to_json_ld
from articles.models import Series, Topic
from regions.models import RegionName
from tests.articles.metadata.reading import documents, properties
from tests.factories import make_article, make_item, make_region
from tests.public_addresses import Known, addresses
from tests.reading import read
from tests.schema_org.rules import faults
from tests.world import HOSTILE

PAGES = ("home", "article", "item", "region", "regions", "series", "terms", "topic", "topics")
SITE = "https://policy.example"
# https://ogp.me/#metadata: what every page must say.
REQUIRED = {"og:title", "og:type", "og:image", "og:url"}


def rich_world(text: str = "Ordinary") -> Known:
    """A public digest with everything that any page tells of, its texts being ``text``."""
    series = Series.objects.create(name=text, description=text)
    land = make_region("Freedonia", code="FD")
    RegionName.objects.create(region=land, name=text[:90], language="fr")
    article = make_article(
        text, slug="digest", standfirst=text, byline=f"{text}; Ann Lee", tags=[text[:80]], series=series,
        corrected_at=timezone.now(), correction_note=text, source_url="https://first.example/",
    )  # fmt: skip
    facts: dict[str, Any] = {
        "instrument": Instrument.LAW, "action": Action.SIGNING, "issuer": text,
        "announced_on": date(2026, 3, 1), "source_url": "https://source.example/",
        "source_title": text, "source_language": "fr", "archived_url": "https://archive.example/",
    }  # fmt: skip
    item = make_item(article, make_region("Sylvania", land), heading=text, tags=[text[:80]], **facts)
    make_item(article, land, numbered=False)
    return Known(article, item, land, Topic.objects.get(), series)


@pytest.fixture
def pages(client: Client, settings: Settings, db: None) -> dict[str, BeautifulSoup]:
    settings.SITE_URL = SITE
    found = addresses(rich_world())
    return {name: read(client, found[name]) for name in PAGES}


def test_schema_org_allows_all_that_is_said_in_its_terms(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        (document,) = documents(page)
        assert document["@graph"], name
        assert faults(document) == [], name


def test_every_address_in_it_is_absolute_and_of_this_site_or_a_source(
    pages: dict[str, BeautifulSoup],
) -> None:
    ours = ("url", "@id", "mainEntityOfPage")
    for name, page in pages.items():
        for key, value in everything(documents(page)):
            if key in ours:
                assert value.startswith((f"{SITE}/", "https://source.example/")), (name, key, value)


def everything(value: Any) -> list[tuple[str, str]]:
    if isinstance(value, list):
        return [pair for each in value for pair in everything(each)]
    if isinstance(value, dict):
        inner = [pair for each in value.values() for pair in everything(each)]
        return [(key, each) for key, each in value.items() if isinstance(each, str)] + inner
    return []


def test_open_graph_is_told_what_it_requires(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        said = properties(page)
        assert said.keys() >= REQUIRED | {"og:description", "og:site_name"}, name
        assert all(len(values) == 1 for key, values in said.items() if key != "article:tag"), name
        assert all(value.strip() for values in said.values() for value in values), name
        assert said["og:type"] == ["article" if name in ("article", "item") else "website"]
        canonical = page.select_one("link[rel=canonical]")
        assert canonical
        assert said["og:url"] == [canonical["href"]]
        assert urlsplit(said["og:url"][0]).netloc == "policy.example"
        assert page.select_one("meta[name='twitter:card'][content=summary]")


def test_the_picture_of_a_shared_link_is_there_in_the_size_that_is_told(
    pages: dict[str, BeautifulSoup],
) -> None:
    said = properties(pages["home"])
    path = finders.find(said["og:image"][0].removeprefix(f"{SITE}/static/"))
    assert isinstance(path, str)
    with open(path, "rb") as picture:  # noqa: PTH123
        head = picture.read(24)
    assert head.startswith(b"\x89PNG")
    size = [str(int.from_bytes(head[start : start + 4], "big")) for start in (16, 20)]
    assert size == said["og:image:width"] + said["og:image:height"]


def test_every_page_has_one_description_of_a_sentence_or_two(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        (description,) = page.select("meta[name=description]")
        assert 4 < len(str(description["content"])) <= 201, name


def test_a_later_page_of_a_list_names_itself(client: Client, settings: Settings, db: None) -> None:
    settings.SITE_URL = SITE
    for number in range(settings.PAGE_SIZE + 3):
        make_article(f"Post {number}")
    page = read(client, "/?page=2")
    (document,) = documents(page)
    (collection,) = document["@graph"]
    assert properties(page)["og:url"] == [collection["url"]] == [f"{SITE}/?page=2"]
    members = collection["mainEntity"]
    positions = [element["position"] for element in members["itemListElement"]]
    assert (positions, members["numberOfItems"]) == ([21, 22, 23], 23)
    assert faults(document) == []


def test_empty_lists_tell_nothing_wrong(client: Client, db: None) -> None:
    for address in ("/", "/regions/", "/topics/", make_region("Empty").get_absolute_url()):
        (document,) = documents(read(client, address))
        assert faults(document) == [], address


def test_pages_of_failure_and_of_a_single_visitor_tell_nothing(client: Client, db: None) -> None:
    article = make_article()
    for address, status in (("/none/", 404), (f"/vote/{article.pk}/thanks/", 200)):
        page = read(client, address, status)
        assert documents(page) == []
        assert properties(page) == {}


def test_hostile_texts_stay_texts(client: Client, db: None) -> None:
    for name, address in addresses(rich_world(HOSTILE)).items():
        if name in PAGES:
            page = read(client, address)
            (document,) = documents(page)
            assert faults(document) == [], name
            assert len(page.select("script:not([src])")) == 1, name
            assert not page.select("head img, head script[src*=x]")


HTML_ENDS = ["</script>", "</SCRIPT >", "<script>", "<!--", "-->", "]]>", "&lt;", "\u2028", '"', "\\"]
TEXTS = st.lists(st.sampled_from(HTML_ENDS) | st.text(max_size=8), max_size=12).map("".join)


@given(TEXTS)
def test_no_text_ends_the_data_and_all_of_it_comes_back(text: str) -> None:
    written = to_json_ld([{"@type": "Thing", "name": text}])
    assert not re.search("[<>&\u2028\u2029]", written)
    page = BeautifulSoup(f'<script type="application/ld+json">{written}</script><p>after</p>', "html.parser")
    assert page.p
    (document,) = documents(page)
    assert document == {"@context": "https://schema.org", "@graph": [{"@type": "Thing", "name": text}]}
    assert json.loads(written) == document
