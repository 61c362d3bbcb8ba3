from datetime import date

import pytest
from django.test import Client

from articles.choices import Action, ArticleStatus
from regions.choices import NameKind, RegionKind
from regions.models import Region, RegionName, RegionRedirect
from tests.factories import make_article, make_digest, make_item, make_region
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db


def make_china() -> tuple[Region, Region, Region]:
    china = make_region("China", code="CN")
    zhejiang = make_region("Zhejiang", china)
    return china, zhejiang, make_region("Hangzhou", zhejiang)


def test_a_region_shows_its_own_items_and_those_inside_it_newest_first(client: Client) -> None:
    china, zhejiang, hangzhou = make_china()
    digest = make_article()
    make_item(digest, hangzhou, heading="City", announced_on=date(2020, 4, 8))
    make_item(digest, china, heading="State", announced_on=date(2020, 4, 9))
    make_item(digest, zhejiang, heading="Province", announced_on=date(2020, 4, 7))
    make_item(digest, make_region("Mongolia"), heading="Elsewhere")
    assert all_words(read(client, "/regions/china/"), ".row h3") == ["State", "City", "Province"]
    assert all_words(read(client, "/regions/china/zhejiang/"), ".row h3") == ["City", "Province"]
    assert all_words(read(client, "/regions/china/zhejiang/hangzhou/"), ".row h3") == ["City"]


def test_a_row_tells_the_place_the_status_the_date_and_the_article(client: Client) -> None:
    *_, hangzhou = make_china()
    digest = make_article("Round the regions")
    item = make_item(
        digest, hangzhou, action=Action.ADOPTION, announced_on=date(2020, 4, 1), announced_precision="month"
    )
    later = make_item(make_article(), hangzhou, continues=item, action=Action.CLOSURE)
    row = read(client, "/regions/china/").select(".row")[-1]
    assert words(row.select_one(".status")) == "ended"
    assert words(row.select_one("time")) == "April 2020"
    assert links(row) == [
        item.get_absolute_url(),
        "/regions/china/zhejiang/hangzhou/",
        f"{digest.get_absolute_url()}#{item.anchor}",
    ]
    assert words(row.select_one(".row-places a")) == "Hangzhou · Zhejiang · China"
    assert later.pk != item.pk


def test_an_item_about_two_places_in_a_region_stands_there_once(client: Client) -> None:
    china, zhejiang, hangzhou = make_china()
    make_item(make_article(), hangzhou, zhejiang, make_region("Macao"))
    page = read(client, "/regions/china/")
    assert len(page.select(".row")) == 1
    assert words(page.select_one("#items-heading")) == "1 policy item"


def test_breadcrumbs_lead_up_to_all_regions(client: Client) -> None:
    *_, hangzhou = make_china()
    page = read(client, hangzhou.get_absolute_url())
    assert links(page, "nav.breadcrumbs") == [
        "/regions/",
        "/regions/china/",
        "/regions/china/zhejiang/",
        "/regions/china/zhejiang/hangzhou/",
    ]
    assert all_words(page, "nav[aria-label=Breadcrumbs] li") == ["Regions", "China", "Zhejiang", "Hangzhou"]
    assert words(page.select_one("nav[aria-label=Breadcrumbs] [aria-current=page]")) == "Hangzhou"


def test_children_are_listed_with_all_items_inside_them_if_they_have_any(client: Client) -> None:
    china, zhejiang, hangzhou = make_china()
    make_region("Tibet", china)
    jilin = make_region("Jilin", china)
    for region in (hangzhou, zhejiang, jilin):
        make_item(make_article(), region)
    make_item(make_article(status=ArticleStatus.DRAFT), jilin)
    page = read(client, "/regions/china/")
    assert all_words(page, "nav .index li") == ["Jilin 1 item", "Zhejiang 2 items"]
    assert words(page.select_one("#items-heading")) == "3 policy items"


def test_other_names_are_told_in_their_languages_without_codes(client: Client) -> None:
    china, *_ = make_china()
    for name, language, kind in [
        ("中国", "zh", NameKind.SHORT),
        ("中国", "zh", NameKind.OFFICIAL),
        ("China", "de", NameKind.SHORT),
        ("CN", "", NameKind.CODE),
    ]:
        RegionName.objects.create(region=china, name=name, language=language, kind=kind)
    page = read(client, "/regions/china/")
    assert [(words(name), name["lang"]) for name in page.select(".facts bdi")] == [("中国", "zh")]
    assert words(page.select_one(".facts summary")) == "national"


def test_a_region_without_items_says_so_and_leads_on(client: Client) -> None:
    *_, hangzhou = make_china()
    page = read(client, hangzhou.get_absolute_url())
    assert "does not mean that nothing happened" in words(page.select_one(".empty"))
    assert links(page, ".empty") == ["/regions/china/zhejiang/", "/regions/"]


def test_a_moved_region_leads_to_its_new_path(client: Client) -> None:
    china, zhejiang, hangzhou = make_china()
    RegionRedirect.objects.get_or_create(path="cathay/zhejiang", defaults={"region": zhejiang})
    response = client.get("/regions/cathay/zhejiang/")
    assert (response.status_code, response["Location"]) == (301, "/regions/china/zhejiang/")


def test_a_region_that_is_there_beats_a_redirect(client: Client) -> None:
    china, zhejiang, _ = make_china()
    RegionRedirect.objects.get_or_create(path="china", defaults={"region": zhejiang})
    assert words(read(client, "/regions/china/").h1) == "China"


def test_the_index_lists_what_can_be_read_about_by_kind(client: Client) -> None:
    china, _, hangzhou = make_china()
    union = make_region("European Union", kind=RegionKind.BLOC)
    make_region("Nauru")
    draft = make_region("Secretia")
    for region in (hangzhou, china, union):
        make_item(make_article(), region)
    make_item(make_article(status=ArticleStatus.DRAFT), draft)
    page = read(client, "/regions/")
    assert all_words(page, "h2") == ["Countries", "Blocs"]
    assert all_words(page, ".index li") == ["China 2 items", "European Union 1 item"]


def test_an_empty_index_leads_on(client: Client) -> None:
    assert links(read(client, "/regions/"), ".empty") == ["/"]


def test_a_bare_region_is_a_page_like_any_other(client: Client) -> None:
    make_digest("Freedonia")
    assert all_words(read(client, "/regions/freedonia/"), ".row h3") == ["Freedonia"]


def test_editors_tell_what_to_know_before_the_list(client: Client) -> None:
    region = make_region(
        "Freedonia", overview='<p onclick="x()">A republic. <a href="https://x.example/">Law</a></p>'
    )
    page = read(client, region.get_absolute_url())
    assert all_words(page, ".overview p") == ["A republic. Law"]
    assert page.select(".overview [onclick]") == []
    assert read(client, make_region("Sylvania").get_absolute_url()).select(".overview") == []


def test_the_topics_of_most_items_come_first_those_of_inner_regions_included(client: Client) -> None:
    land = make_region("Freedonia")
    inside, digest = make_region("Mountains", land), make_article(body="")
    make_item(digest, land, tags=["Water"])
    make_item(digest, inside, tags=["Water", "Air"])
    make_item(make_article(status=ArticleStatus.DRAFT), land, tags=["Kittiwakes"])
    make_item(digest, make_region("Sylvania"), tags=["Elsewhere"])
    page = read(client, land.get_absolute_url())
    assert all_words(page, "[aria-labelledby=topics-heading] li") == ["Water 2 items", "Air 1 item"]
