"""Pages under /zh/: interface, dates and names of regions are Chinese, the articles stay as written."""

import pytest
from django.test import Client

from articles.choices import Instrument
from articles.models import Article
from regions.choices import NameKind
from regions.models import Region, RegionName
from tests.factories import make_article, make_item, make_region
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def jilin() -> Region:
    """A Chinese province with its Chinese names."""
    china = make_region("China")
    jilin = make_region("Jilin", china)
    for region, name in ((china, "中国"), (jilin, "吉林")):
        RegionName.objects.create(region=region, name=name, language="zh", kind=NameKind.SHORT)
    return jilin


def digest(region: Region, **fields: str) -> Article:
    """A digest of one item whose heading is the region's name."""
    article = make_article("News", slug="news", **fields)
    make_item(article, region, instrument=Instrument.LAW)
    return article


def test_places_are_named_in_chinese_and_the_heading_stays_in_the_language_of_the_article(
    client: Client, jilin: Region
) -> None:
    digest(jilin)
    page = read(client, "/zh/articles/news/")
    assert all_words(page, ".item .places a") == ["吉林 · 中国"]
    assert words(page.select_one(".item-heading bdi")) == "Jilin"
    assert all_words(read(client, "/articles/news/"), ".item .places a") == ["Jilin · China"]


def test_headings_of_a_chinese_digest_are_chinese_for_every_reader(client: Client, jilin: Region) -> None:
    digest(jilin, language="zh-Hans")
    assert words(read(client, "/articles/news/").select_one(".item-heading bdi")) == "吉林"


def test_lists_count_places_under_their_chinese_names(client: Client, jilin: Region) -> None:
    digest(jilin)
    assert "中国" in all_words(read(client, "/zh/regions/"), "main a")
    assert "吉林" in all_words(read(client, "/zh/regions/china/"), "main a")
    assert "吉林" in all_words(read(client, "/zh/"), "main .places a")


def test_the_page_of_a_region_calls_it_and_what_it_lies_in_by_their_chinese_names(
    client: Client, jilin: Region
) -> None:
    page = read(client, jilin_page := f"/zh/regions/{jilin.path}/")
    assert words(page.h1) == "吉林"
    assert all_words(page, ".breadcrumbs a")[1:] == ["中国", "吉林"]
    assert words(page.title).startswith("吉林 · 中国")
    assert "Jilin" in words(page.select_one(".opening"))
    assert words(read(client, jilin_page.removeprefix("/zh")).h1) == "Jilin"


def test_a_place_without_a_chinese_name_is_marked_as_english(client: Client, jilin: Region) -> None:
    inner = make_region("Freedonia", jilin)
    digest(inner)
    for address, selector in (
        ("/zh/articles/news/", ".item .places a span"),
        ("/zh/regions/china/jilin/", "nav .index a span"),
        (f"/zh/regions/{inner.path}/", ".row-places a span"),
        (f"/zh/regions/{inner.path}/", "h1 span"),
        (f"/zh/regions/{inner.path}/", ".breadcrumbs [aria-current] span"),
    ):
        marked = read(client, address).select(selector)
        assert [(words(name), name["lang"]) for name in marked] == [("Freedonia", "en")], selector
    assert read(client, f"/regions/{inner.path}/").select("h1 span, .row-places a span") == []


def test_the_overview_of_a_region_is_marked_with_what_its_script_tells(client: Client) -> None:
    english = make_region("Freedonia", overview="<p>A republic.</p>")
    chinese = make_region("China", overview="<p>共和国</p>")
    languages = [
        [page.get("lang") for page in read(client, f"{prefix}/regions/{region.path}/").select(".overview")]
        for region in (english, chinese)
        for prefix in ("", "/zh")
    ]
    assert languages == [[None], [""], ["zh"], [None]]


def test_words_of_lists_stand_apart_as_in_the_language_of_the_reader(client: Client, jilin: Region) -> None:
    article = make_article("News", slug="news")
    item = make_item(article, jilin, make_region("Land"))
    assert words(read(client, f"/zh{item.get_absolute_url()}").select_one(".missing")).count("、") > 3
    places = "吉林 · 中国、Land"
    assert words(read(client, "/zh/regions/china/").select_one(".row-places")).startswith(places)
    assert ", Land" in words(read(client, "/regions/china/").select_one(".row-places"))


def test_regions_stand_by_the_alphabet_in_english_and_by_their_items_in_chinese(client: Client) -> None:
    article = make_article("News")
    many, few = make_region("Zembla"), make_region("Arcadia")
    for region in (many, many, few):
        make_item(article, region)
    assert all_words(read(client, "/regions/"), ".index a") == ["Arcadia", "Zembla"]
    assert all_words(read(client, "/zh/regions/"), ".index a") == ["Zembla", "Arcadia"]
