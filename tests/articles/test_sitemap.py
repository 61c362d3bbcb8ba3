"""What search engines find: the public pages by the site's own address, and what they should leave alone."""

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.sitemaps import Sitemap
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, Series
from tests.factories import make_article, make_item, make_region, make_topic

pytestmark = pytest.mark.django_db

SITE = "https://policy.example"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = SITE


def sitemap(client: Client, address: str = "/sitemap.xml") -> dict[str, str | None]:
    """Return the pages in the sitemap, each with the date of its last change."""
    response = client.get(address)
    assert response.status_code == 200
    root = ElementTree.fromstring(response.content)
    pages = root.findall(f"{MAP}url") + root.findall(f"{MAP}sitemap")
    return {page.findtext(f"{MAP}loc") or "": page.findtext(f"{MAP}lastmod") for page in pages}


def translations(client: Client) -> dict[str, dict[str, str]]:
    """Return the pages in the sitemap, each with the addresses of its translations by their languages."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    links = "{http://www.w3.org/1999/xhtml}link"
    return {
        page.findtext(f"{MAP}loc") or "": {
            link.get("hreflang", ""): link.get("href", "") for link in page.iter(links)
        }
        for page in root.iter(f"{MAP}url")
    }


class TestPages:
    def test_every_kind_of_public_page_is_listed(self, client: Client) -> None:
        series = Series.objects.create(name="Weekly")
        article = make_article(slug="digest", series=series, tags=["ai"])
        item = make_item(article, make_region("Jiangsu", make_region("China")), tags=["climate"])
        texts = ["/articles/digest/", f"/items/{item.pk}/"]
        lists = ["/", "/regions/", "/topics/", "/about/terms/", "/series/weekly/"]
        lists += ["/regions/china/", "/regions/china/jiangsu/", "/topics/ai/", "/topics/climate/"]
        paths = [*texts, *lists, *(f"/zh{path}" for path in lists)]
        assert sorted(sitemap(client)) == sorted(SITE + path for path in paths)

    def test_pages_name_their_translations_and_texts_have_none(self, client: Client) -> None:
        item = make_item(make_article(slug="digest"), make_region("En"))
        told = translations(client)
        for path in ("/regions/", "/regions/en/"):
            named = {"en": f"{SITE}{path}", "zh-hans": f"{SITE}/zh{path}", "x-default": f"{SITE}{path}"}
            assert told[f"{SITE}{path}"] == told[f"{SITE}/zh{path}"] == named
        assert told[f"{SITE}/articles/digest/"] == told[f"{SITE}/items/{item.pk}/"] == {}

    def test_every_listed_page_exists(self, client: Client) -> None:
        make_item(
            make_article(series=Series.objects.create(name="Weekly")), make_region("China"), tags=["ai"]
        )
        for page in sitemap(client):
            assert client.get(page.removeprefix(SITE)).status_code == 200, page

    def test_pages_without_anything_public_are_left_out(self, client: Client) -> None:
        before = sitemap(client)
        make_region("Empty")
        make_topic("unused")
        draft = make_article(
            status=ArticleStatus.DRAFT,
            published_at=None,
            series=Series.objects.create(name="Secret"),
            tags=["secret"],
        )
        make_item(draft, make_region("Secret"), tags=["secret"])
        assert sitemap(client) == before

    def test_addresses_are_of_the_site_whatever_the_host_header_says(self, client: Client) -> None:
        make_article()
        assert b"localhost" not in client.get("/sitemap.xml", headers={"host": "localhost"}).content

    def test_dates_of_changes_are_told(self, client: Client) -> None:
        article = make_article(slug="digest", published_at=timezone.now() - timedelta(days=9))
        item = make_item(article, make_region("China"))
        changed, published = timezone.now(), article.published_at
        Article.objects.filter(pk=article.pk).update(modified_at=changed - timedelta(days=2))
        pages = sitemap(client)
        assert pages[f"{SITE}/articles/digest/"] == f"{changed:%Y-%m-%d}", "an item changed last"
        assert pages[f"{SITE}/items/{item.pk}/"] == f"{changed:%Y-%m-%d}"
        assert pages[f"{SITE}/regions/china/"] == f"{published:%Y-%m-%d}"


class TestLargeSites:
    @pytest.fixture(autouse=True)
    def _limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Sitemap, "limit", 10)

    def test_what_one_file_cannot_hold_is_told_by_an_index_of_files(self, client: Client) -> None:
        for number in range(11):
            make_article(slug=f"a{number}")
        files = list(sitemap(client))
        assert f"{SITE}/sitemap/articles.xml?p=2" in files
        pages = {page for file in files for page in sitemap(client, file.removeprefix(SITE))}
        assert {f"{SITE}/articles/a{number}/" for number in range(11)} < pages

    def test_what_one_file_can_hold_is_one_file(self, client: Client) -> None:
        for _ in range(2):
            make_article()
        assert len(sitemap(client)) == 10

    @pytest.mark.parametrize(
        "address", ["/sitemap/nothing.xml", "/sitemap/articles.xml?p=9", "/sitemap.xml?p=x"]
    )
    def test_what_does_not_exist_is_404(self, address: str, client: Client) -> None:
        assert client.get(address).status_code == 404


def test_robots_are_told_of_the_sitemap_and_kept_from_desks_previews_and_votes(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /preview/",
        "Disallow: /vote/",
        "",
        f"Sitemap: {SITE}/sitemap.xml",
    ]
