"""Nodes in the terms of schema.org, as JSON-LD writes them. Names of places are the gazetteer's."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from articles.atom import absolute
from articles.models import Article, Topic
from articles.places import Place

Node = dict[str, Any]
Link = tuple[str, str]  # a name, and the path that it leads to


def known(**properties: Any) -> Node:
    """Return the properties that have a value: what is not known is left out, never told as empty."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}


def publisher() -> Node:
    """The site as those who publish."""
    return {
        "@type": "Organization",
        "@id": absolute("/#publisher"),
        "name": settings.SITE_NAME,
        "url": absolute(reverse("home")),
    }


def website() -> Node:
    """The site as a whole."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": settings.SITE_NAME,
        "url": absolute(reverse("home")),
    }


def authors(article: Article) -> list[Node]:
    """The names of the byline; without any, the site speaks for itself."""
    return [{"@type": "Person", "name": name} for name in article.authors] or [publisher()]


def area(name: str, path: str) -> Node:
    """A place with a government."""
    return {
        "@type": "AdministrativeArea",
        "@id": f"{absolute(path)}#place",
        "name": name,
        "url": absolute(path),
    }


def areas(places: Iterable[Place]) -> list[Node]:
    """The regions that items are filed under, each once."""
    return [area(name, url) for url, name in {place.url: place.name for place in places}.items()]


def topic_terms(topics: Iterable[Topic]) -> list[Node]:
    """What something is about, by the site's own topics."""
    return [
        {"@type": "DefinedTerm", "name": topic.name, "url": absolute(topic.get_absolute_url())}
        for topic in topics
    ]


def item_list(links: Iterable[Link], *, first: int = 1, of: int | None = None) -> Node:
    """A list in its order; ``first`` is the position of the first link, ``of`` how long the whole list is."""
    elements = [
        {"@type": "ListItem", "position": position, "name": name, "url": absolute(path)}
        for position, (name, path) in enumerate(links, start=first)
    ]
    return {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(elements) if of is None else of,
        "itemListElement": elements,
    }


def breadcrumbs(*steps: Link) -> Node:
    """The way down to a page, which is its last step."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": {"@id": absolute(path)}}
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }
