"""The Chinese interface is whole: no English word of ours is left on any page, in any state."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone, translation

from articles.choices import Action, DatePrecision, Instrument, RelationKind
from articles.models import Article, ItemRelation, Notice, PolicyItem, Series, Topic
from policytracker.errors import bad_request, permission_denied, server_error
from regions.choices import NameKind
from regions.models import Region, RegionName
from tests.articles.votes.browser import Browser
from tests.factories import make_article, make_item, make_region, make_tally
from tests.public_addresses import Known, addresses

CATALOG = Path(settings.LOCALE_PATHS[0]) / "zh_Hans" / "LC_MESSAGES" / "django"
# Names, which are the same in both languages.
NAMES = {"policytracker", "GeoNames", "CC", "BY", "Unicode", "CLDR", "Atom", "Cookie", "CNY", "English"}
SPOKEN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "content")


def chinese_region(name: str, slug: str, parent: Region | None = None) -> Region:
    """A region whose every name is Chinese."""
    region = make_region(slug, parent)
    RegionName.objects.create(region=region, name=name, language="zh", kind=NameKind.SHORT)
    return region


@pytest.fixture
def known(db: None) -> Known:
    """A site in Chinese on which every kind of fact, tie and notice is told."""
    china = chinese_region("中国", "a")
    jilin = chinese_region("吉林", "b", china)
    Region.objects.update(name="某地")
    series = Series.objects.create(name="每周", slug="weekly")
    common = {"language": "zh-Hans", "series": series, "tags": ["区块链"], "byline": "林"}
    digest = make_article(
        "新闻", slug="news", body="", standfirst="简介", introduction="<p>引言</p>", **common
    )
    later = make_article("后续", body="<p>文</p>", edition_date=date(2020, 4, 1), **common)
    for kind in ("reprint", "contact"):
        Notice.objects.create(article=digest, kind=kind, text="说明", position=0)
    facts = {
        "instrument": Instrument.LAW,
        "action": Action.ADOPTION,
        "issuer": "国务院",
        "announced_on": date(2020, 4, 1),
        "announced_precision": DatePrecision.QUARTER,
        "amount": 5,
        "currency": "CNY",
        "source_url": "https://example.org/",
        "source_title": "来源",
        "source_language": "zh",
        "archived_url": "https://example.org/old",
    }
    first = make_item(digest, jilin, heading="一", body="<p>文</p>", tags=["区块链"], section="节", **facts)
    second = make_item(later, china, heading="二", body="<p>文</p>", continues=first)
    third = make_item(digest, china, heading="三", body="<p>文</p>", numbered=False)
    ItemRelation.objects.create(from_item=first, to_item=third, kind=RelationKind.MODELLED_ON)
    ItemRelation.objects.create(from_item=second, to_item=first, kind=RelationKind.AMENDS)
    make_tally(digest, yes=1)
    Article.objects.filter(pk=digest.pk).update(corrected_at=timezone.now(), correction_note="更正")
    return Known(digest, first, jilin, Topic.objects.get(), series)


def ours(page: Tag) -> Iterator[str]:
    """Yield what the interface says: texts and attributes outside of passages in another language."""
    for element in page.find_all(True):
        if spoken_language(element) != "zh-Hans" or element.name in ("script", "link"):
            continue
        yield from (str(element.get(name) or "") for name in SPOKEN_ATTRIBUTES if element.name != "meta")
        yield from (str(text) for text in element.children if type(text) is NavigableString)


def spoken_language(element: Tag) -> str:
    """Return the language that an element is in."""
    nearest = element if element.has_attr("lang") else element.find_parent(lang=True)
    return str(nearest["lang"]) if nearest else ""


def english(content: bytes) -> set[str]:
    """Return the English words of the interface on a page."""
    return latin_words(BeautifulSoup(content, "html.parser"))


def latin_words(page: Tag) -> set[str]:
    """Return the words in Latin letters that nothing marks as being in another language than Chinese."""
    texts = [re.sub(r"https?://\S+", "", text) for text in ours(page)]
    return {word for text in texts for word in re.findall(r"[A-Za-z]{2,}", text)} - NAMES


@override_settings(DEMO=True)
def test_no_page_has_an_english_word(client: Client, known: Known) -> None:
    pages = {name: path for name, path in addresses(known).items() if is_page(client, path)}
    left = {name: english(client.get(chinese(path)).content) for name, path in pages.items()}
    assert len(left) > 8
    assert {name: words for name, words in left.items() if words} == {}


@pytest.fixture
def in_english(db: None) -> Known:
    """A site whose every word is in English, and whose regions have no other names."""
    land = make_region("Land")
    inner = make_region("Mountains", land, overview="<p>About mountains.</p>")
    Topic.objects.create(name="Water", slug="water", description="About water.")
    series = Series.objects.create(name="Weekly", slug="weekly", description="About weeks.")
    common = {"series": series, "tags": ["Water"], "byline": "Jane Roe"}
    body = "<table><tbody><tr><td>Cell</td></tr></tbody></table>"
    digest = make_article("News", slug="news", body=body, edition_date=date(2020, 4, 1), **common)
    later = make_article("More", edition_date=date(2020, 5, 1), **common)
    facts = {"issuer": "Ministry", "source_url": "https://example.org/", "source_title": "Gazette"}
    item = make_item(digest, inner, land, heading="Dams", tags=["Water"], section="Part", **facts)
    make_item(later, inner, heading="Dykes", continues=item, tags=["Water"])
    return Known(digest, item, inner, Topic.objects.get(), series)


def test_every_text_of_another_language_is_marked_as_such(client: Client, in_english: Known) -> None:
    left = {}
    for path in filter(lambda path: is_page(client, path), addresses(in_english).values()):
        body = BeautifulSoup(client.get(chinese(path)).content, "html.parser").body
        assert body
        for citation in body.select(".cite-text"):
            citation.decompose()  # one text in several languages
        left[path] = latin_words(body)
    assert len(left) > 8
    assert {path: words for path, words in left.items() if words} == {}


def is_page(client: Client, path: str) -> bool:
    """Whether a path leads to HTML."""
    return client.get(path).headers["Content-Type"].startswith("text/html")


def chinese(path: str) -> str:
    """Return the address of the same page in Chinese."""
    return f"{path}?language=zh-Hans" if path.startswith("/vote/") else f"/zh{path}"


@pytest.mark.parametrize("empty", ["", "regions/", "topics/", "regions/land/"])
def test_no_empty_list_has_an_english_word(client: Client, db: None, empty: str) -> None:
    region = make_region("Land")
    RegionName.objects.create(region=region, name="国", language="zh", kind=NameKind.SHORT)
    Region.objects.update(name="国")
    assert english(client.get(f"/zh/{empty}").content) == set()


@pytest.mark.parametrize(("address", "status"), [("/zh/none/", 404), ("/zh/articles/news/", 410)])
def test_no_absent_page_has_an_english_word(client: Client, known: Known, address: str, status: int) -> None:
    known.article.archive()
    response = client.get(address)
    assert response.status_code == status
    assert english(response.content) == set()


@pytest.mark.parametrize("answer", [bad_request, permission_denied, server_error])
def test_no_error_has_an_english_word(answer: Callable[[HttpRequest], HttpResponse]) -> None:
    with translation.override("zh-hans"):
        response = answer(RequestFactory().get("/zh/"))
    assert english(response.content) == set()


def test_no_refusal_of_a_vote_has_an_english_word(client: Client, known: Known) -> None:
    response = client.post(f"/vote/{known.article.pk}/?language=zh-Hans", {"vote": "yes"})
    assert response.status_code == 403
    assert english(response.content) == set()


@pytest.mark.parametrize("answer", ["yes", "no", "withdraw"])
def test_no_thanks_have_an_english_word(known: Known, answer: str) -> None:
    browser = Browser()
    browser.vote(known.article, "yes")
    browser.vote(known.article, answer)
    page = browser.client.get(f"/vote/{known.article.pk}/thanks/?language=zh-Hans")
    assert page.status_code == 200
    assert english(page.content) == set()


def test_the_compiled_catalog_says_what_its_source_says() -> None:
    with CATALOG.with_suffix(".mo").open("rb") as compiled:
        translated = set(GNUTranslations(compiled)._catalog) - {""}
    source = CATALOG.with_suffix(".po").read_text(encoding="utf-8")
    assert "#, fuzzy" not in source
    assert len(translated) == len(re.findall(r"^msgid ", source, re.MULTILINE)) - 1
    assert not re.search(r'^msgstr(\[\d\])? ""\n(?!")', source, re.MULTILINE)


def test_every_item_is_public(known: Known) -> None:
    assert PolicyItem.objects.published().count() == 3
