"""The sitemap: every public page that a search engine should know, by the site's own address."""

from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.atom import absolute
from articles.models import Article, ItemPlace, PolicyItem, Series, Topic

Row = TypeVar("Row")


class SiteSitemap(Sitemap[Row]):
    """A section of the sitemap. Addresses are made of SITE_URL, never of a request's Host header."""

    def get_protocol(self, protocol: str | None = None) -> str:
        """Return the scheme of the site's address."""
        return urlsplit(absolute("/")).scheme

    def get_domain(self, site: Any = None) -> str:
        """Return the host of the site's address."""
        return urlsplit(absolute("/")).netloc


class TranslatedSitemap(SiteSitemap[Row]):
    """Pages whose text is in the language of the interface: one row for each, which names all of them."""

    i18n = True
    alternates = True

    def get_urls(
        self, page: int | str = 1, site: Any = None, protocol: str | None = None
    ) -> list[dict[str, Any]]:
        """Add the page for readers of other languages (Django's own way breaks paths that hold "/en/")."""
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            (default,) = (each for each in url["alternates"] if each["lang_code"] == settings.LANGUAGE_CODE)
            url["alternates"].append({**default, "lang_code": "x-default"})
        return urls


class PageSitemap(TranslatedSitemap[str]):
    """The pages that are always there."""

    def items(self) -> list[str]:
        """Return the names of their routes."""
        return ["home", "regions", "topics", "terms"]

    def location(self, item: str) -> str:
        """Return the path of a route."""
        return reverse(item)


class ArticleSitemap(SiteSitemap[Article]):
    """Articles."""

    def items(self) -> QuerySet[Article]:
        """Return the public ones."""
        return Article.objects.published().with_changes().order_by("pk").only("slug")

    def lastmod(self, item: Any) -> datetime:
        """Return when the article or one of its items last changed."""
        changed: datetime = item.changed_at
        return changed


class ItemSitemap(SiteSitemap[PolicyItem]):
    """The permalinks of policy items."""

    def items(self) -> QuerySet[PolicyItem]:
        """Return the public ones."""
        return PolicyItem.objects.published().order_by("pk").only("modified_at")

    def lastmod(self, item: PolicyItem) -> datetime:
        """Return when the item last changed."""
        return item.modified_at


class RegionSitemap(TranslatedSitemap[dict[str, Any]]):
    """Regions that the public can read about, with when something was last published there."""

    def items(self) -> QuerySet[ItemPlace, Any]:
        """Return the paths and dates."""
        places = ItemPlace.objects.published().values("region__path")
        return places.annotate(newest=Max("published_at")).order_by("region__path")

    def location(self, item: dict[str, Any]) -> str:
        """Return the path of the region's page."""
        return reverse("region", kwargs={"path": item["region__path"]})

    def lastmod(self, item: dict[str, Any]) -> datetime:
        """Return when something about the region was last published."""
        newest: datetime = item["newest"]
        return newest


class TopicSitemap(TranslatedSitemap[Topic]):
    """Topics that the public can read about."""

    def items(self) -> QuerySet[Topic]:
        """Return those in use."""
        return Topic.objects.in_use().order_by("slug")


class SeriesSitemap(TranslatedSitemap[Series]):
    """Series with public editions."""

    def items(self) -> QuerySet[Series]:
        """Return those in use."""
        return Series.objects.in_use().order_by("slug")


SECTIONS: dict[str, type[SiteSitemap[Any]]] = {
    "pages": PageSitemap,
    "articles": ArticleSitemap,
    "items": ItemSitemap,
    "series": SeriesSitemap,
    "regions": RegionSitemap,
    "topics": TopicSitemap,
}


@require_safe
def sitemap(request: HttpRequest, section: str | None = None) -> HttpResponse:
    """Answer with one sitemap of everything, or with an index where that is more than one file may hold."""
    sections = {name: kind() for name, kind in SECTIONS.items()}
    if section is None and sum(kind.paginator.count for kind in sections.values()) > Sitemap.limit:
        return _index(request, sections)
    return views.sitemap(request, {**sections}, section=section)


def _index(request: HttpRequest, sections: dict[str, SiteSitemap[Any]]) -> HttpResponse:
    files = [
        {"location": f"{absolute(reverse('sitemap-section', kwargs={'section': name}))}?p={page}"}
        for name, kind in sections.items()
        for page in kind.paginator.page_range
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": files}, content_type="application/xml")
