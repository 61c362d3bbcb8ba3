"""Nodes in the terms of schema.org, as JSON-LD writes them. Names of places are the gazetteer's."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.conf import settings

from articles.atom import absolute
from articles.canonical import canonical
from articles.models import Article, Topic
from articles.places import Place

Node = dict[str, Any]
Link = tuple[str, str]  # a name, and the path that it leads to


def known(**properties: Any) -> Node:
    """Return the properties that have a value: what is not known is left out, never told as empty."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {})}


def identity(address: Callable[[], str], fragment: str) -> str:
    """Return the ``@id`` of something with an address here: one in all languages of the interface."""
    return f"{canonical(address)}#{fragment}"


def publisher() -> Node:
    """The site as those who publish."""
    return {
        "@type": "Organization",
        "@id": absolute("/#publisher"),
        "name": settings.SITE_NAME,
        "url": absolute("/"),
    }


def website() -> Node:
    """The site as a whole."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": settings.SITE_NAME,
        "url": absolute("/"),
    }


def authors(article: Article) -> list[Node]:
    """The names of the byline; without any, the site speaks for itself."""
    return [{"@type": "Person", "name": name} for name in article.authors] or [publisher()]


def area(name: str, address: Callable[[], str]) -> Node:
    """A place with a government, under its common English name, and with a page here."""
    known_as = {"@type": "AdministrativeArea", "@id": identity(address, "place")}
    return known_as | {"name": name, "url": canonical(address)}


def areas(places: Iterable[Place]) -> list[Node]:
    """The regions that items are filed under, each once."""
    return [
        area(place.common, partial(getattr, place, "url"))
        for place in {place.path: place for place in places}.values()
    ]


def topic_terms(topics: Iterable[Topic]) -> list[Node]:
    """What something is about, by the site's own topics."""
    return [
        {"@type": "DefinedTerm", "name": topic.name, "url": canonical(topic.get_absolute_url)}
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
