"""The languages of the reader's interface: told by the address alone, each leading to the other."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from articles.models import Article
from policytracker.interface import INTERFACES
from tests.factories import make_article, make_item, make_region, make_tally
from tests.reading import links, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    """A public article."""
    return make_article("News", slug="news")


def test_settings_name_the_same_languages() -> None:
    assert {(known.code, known.name) for known in INTERFACES} == set(settings.LANGUAGES)


@pytest.mark.parametrize(("address", "language"), [("/", "en"), ("/zh/", "zh-Hans")])
def test_the_address_tells_the_language(client: Client, address: str, language: str) -> None:
    response = client.get(address)
    assert response["Content-Language"] == language
    assert f'<html lang="{language}">' in response.content.decode()


def test_no_header_and_no_cookie_changes_the_language(client: Client) -> None:
    client.cookies["django_language"] = "zh-hans"
    response = client.get("/", headers={"Accept-Language": "zh-CN"})
    assert response["Content-Language"] == "en"
    assert "Accept-Language" not in response.get("Vary", "")


def test_the_languages_stand_in_one_order_whatever_the_page_is_in() -> None:
    assert [known.tag for known in INTERFACES] == ["en", "zh-Hans"]
    assert [known.serves("/zh/topics/") for known in INTERFACES] == [False, True]
    assert [known.serves("/topics/") for known in INTERFACES] == [False, False]


def test_links_of_a_chinese_page_stay_in_chinese(client: Client, article: Article) -> None:
    page = read(client, "/zh/")
    assert "/zh/articles/news/" in links(page, "main")
    assert [link for link in links(page, "main") if not link.startswith("/zh/")] == []


def test_each_page_leads_to_itself_in_the_other_language(client: Client, article: Article) -> None:
    assert links(read(client, "/zh/articles/news/"), ".languages") == ["/articles/news/"]
    assert links(read(client, "/articles/news/"), ".languages") == ["/zh/articles/news/"]


def test_a_page_of_a_list_leads_to_the_same_page_of_the_list(client: Client) -> None:
    for _ in range(settings.PAGE_SIZE + 1):
        make_article()
    assert links(read(client, "/zh/?page=2"), ".languages") == ["/?page=2"]


def alternates(page: BeautifulSoup) -> dict[str, str]:
    """Return the addresses of a page's translations by their languages, and its own as ``canonical``."""
    named = {
        str(link["hreflang"]): str(link["href"]) for link in page.select("link[rel=alternate][hreflang]")
    }
    (canonical,) = page.select("link[rel=canonical]")
    return named | {"canonical": str(canonical["href"])}


@pytest.mark.parametrize("prefix", ["", "/zh"])
@pytest.mark.parametrize("path", ["/", "/regions/", "/regions/jilin/", "/topics/ai/", "/about/terms/"])
def test_search_engines_are_told_of_a_list_in_both_languages(
    client: Client, article: Article, prefix: str, path: str
) -> None:
    make_item(article, make_region("Jilin"), tags=["AI"])
    assert alternates(read(client, f"{prefix}{path}")) == {
        "en": f"{settings.SITE_URL}{path}",
        "zh-Hans": f"{settings.SITE_URL}/zh{path}",
        "x-default": f"{settings.SITE_URL}{path}",
        "canonical": f"{settings.SITE_URL}{prefix}{path}",
    }


def test_each_page_of_a_list_is_translated_on_its_own(client: Client) -> None:
    for _ in range(settings.PAGE_SIZE + 1):
        make_article()
    assert alternates(read(client, "/zh/?page=2")) == {
        "en": f"{settings.SITE_URL}/?page=2",
        "zh-Hans": f"{settings.SITE_URL}/zh/?page=2",
        "x-default": f"{settings.SITE_URL}/?page=2",
        "canonical": f"{settings.SITE_URL}/zh/?page=2",
    }


def test_a_text_has_one_address_in_both_frames_for_it_is_not_translated(
    client: Client, article: Article
) -> None:
    item = make_item(article, make_region("Jilin"))
    for path in ("/articles/news/", f"/items/{item.pk}/"):
        for prefix in ("", "/zh"):
            page = read(client, f"{prefix}{path}")
            assert alternates(page) == {"canonical": f"{settings.SITE_URL}{path}"}
            assert page.select_one("meta[property='og:url']")["content"] == f"{settings.SITE_URL}{path}"


def test_a_vote_from_a_chinese_page_is_thanked_for_in_chinese(client: Client, article: Article) -> None:
    make_tally(article)
    form = read(client, "/zh/articles/news/").select_one(".votes form")
    assert form
    answer = client.post(str(form["action"]), {"vote": "yes"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303
    assert client.get(answer["Location"])["Content-Language"] == "zh-Hans"


def test_the_prefix_without_its_slash_leads_to_the_front_page(client: Client) -> None:
    assert client.get("/zh", follow=True).redirect_chain == [("/zh/", 301)]


@pytest.mark.parametrize("address", ["/zhejiang/", "/en/", "/zh/admin/", "/zh/feeds/latest.atom"])
def test_nothing_else_stands_under_the_prefix(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
