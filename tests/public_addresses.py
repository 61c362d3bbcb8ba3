"""Every address outside the admin, found from the routes themselves, so that no test forgets a new one."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from articles.models import Article, PolicyItem, Series, Topic
from articles.sitemaps import SECTIONS
from regions.models import Region

# Routes whose answers are for one visitor or for machines at the door: never stored by a cache.
PRIVATE = {"vote", "vote-thanks", "healthz", "readyz"}
# Routes that only somebody with a key finds anything at.
KEYED = {"preview"}


class Known(NamedTuple):
    """What the addresses of routes with a parameter are about."""

    article: Article
    item: PolicyItem
    region: Region
    topic: Topic
    series: Series


def route_names() -> list[str]:
    """Return the names of all routes outside the admin; each must have one."""
    return sorted(set(_named(get_resolver().url_patterns)))


def _named(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern} has no name"
            yield pattern.name
        elif pattern.app_name != "admin":
            yield from _named(pattern.url_patterns)


def addresses(known: Known) -> dict[str, str]:
    """Return an address of every route by its name; of a route with several sections, one for each.

    A new route with a parameter needs a line here.
    """
    parameters: dict[str, dict[str, Any]] = {
        "article": {"slug": known.article.slug},
        "item": {"pk": known.item.pk},
        "region": {"path": known.region.path},
        "topic": {"slug": known.topic.slug},
        "topic-items": {"slug": known.topic.slug},
        "series": {"slug": known.series.slug},
        "feed-region": {"path": known.region.path},
        "feed-topic": {"slug": known.topic.slug},
        **{name: {"article_id": known.article.pk} for name in ("vote", "vote-tally", "vote-thanks")},
    }
    names = [name for name in route_names() if name not in KEYED | {"sitemap-section"}]
    sections = {f"sitemap-{name}": reverse("sitemap-section", kwargs={"section": name}) for name in SECTIONS}
    return {name: reverse(name, kwargs=parameters.get(name)) for name in names} | sections
