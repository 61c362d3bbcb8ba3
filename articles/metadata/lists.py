"""What pages that list something tell machines: a collection, what it is about, and its members in order."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.atom import absolute
from articles.canonical import canonical, page_query
from articles.entries import Entry
from articles.meanings import VOCABULARIES
from articles.metadata.page import PageMetadata
from articles.metadata.terms import (
    Link,
    Node,
    area,
    breadcrumbs,
    identity,
    item_list,
    known,
    publisher,
    website,
)
from articles.models import Article, Series, Topic
from regions.local_names import LocalRegion, full_name
from regions.models import Region, RegionName


def home_metadata(page: "Page[Any]") -> PageMetadata:
    """The front page."""
    title = _("Latest digests and posts")
    description = _("What governments did lately, region by region, with dates and sources.")
    site = website() | {"description": description, "publisher": publisher()}
    about = None if page.number > 1 else site
    nodes = [_collection(title, reverse("home"), page, _articles(page))]
    return PageMetadata(settings.SITE_NAME, description, [*nodes, about] if about else nodes)


def series_metadata(series: Series, page: "Page[Any]") -> PageMetadata:
    """The editions of a series."""
    path = series.get_absolute_url()
    description = series.description or _editions(page.paginator.count)
    work = {"@type": "CreativeWorkSeries", "@id": identity(series.get_absolute_url, "series")} | known(
        name=series.name,
        url=canonical(series.get_absolute_url),
        description=series.description,
        publisher=publisher(),
    )
    about = {"@id": work["@id"]}
    nodes = [_collection(series.name, path, page, _articles(page), about=about), work]
    return PageMetadata(series.name, description, nodes)


def topic_metadata(topic: Topic, page: "Page[Any]") -> PageMetadata:
    """The articles and items about a topic."""
    path = topic.get_absolute_url()
    term = {"@type": "DefinedTerm", "@id": identity(topic.get_absolute_url, "topic")} | known(
        name=topic.name, url=canonical(topic.get_absolute_url), description=topic.description
    )
    trail = breadcrumbs((_("Topics"), reverse("topics")), (topic.name, path))
    nodes = [_collection(topic.name, path, page, _articles(page), about={"@id": term["@id"]}), term, trail]
    description = topic.description or _("Articles and policy items about {topic}.").format(topic=topic.name)
    return PageMetadata(topic.name, description, nodes)


def region_metadata(
    region: Region,
    lineage: Sequence[LocalRegion],
    names: Sequence[RegionName],
    entries: Sequence[Entry],
    page: "Page[Any]",
) -> PageMetadata:
    """The items of a region and of everything inside it; ``lineage`` is as the reader calls it."""
    called, title = lineage[-1], full_name(lineage)
    path = called.get_absolute_url()
    place, links = _place(region, called.name, names), entry_links(entries)
    steps = [(each.name, each.get_absolute_url()) for each in lineage]
    trail = breadcrumbs((_("Regions"), reverse("regions")), *steps)
    nodes = [_collection(title, path, page, links, about={"@id": place["@id"]}), place, trail]
    return PageMetadata(title, _told_of(title, page.paginator.count), nodes)


def _place(region: Region, called: str, names: Sequence[RegionName]) -> Node:
    others = dict.fromkeys([called, *(name.name for name in names)])
    others.pop(region.name, None)
    outer = region.parent
    return area(region.name, region.get_absolute_url) | known(
        alternateName=list(others),
        identifier=region.code,
        containedInPlace=area(outer.name, outer.get_absolute_url) if outer else None,
    )


def index_metadata(
    title: str, description: str, path: str, page: "Page[Any]", links: Sequence[Link]
) -> PageMetadata:
    """An index: of regions, of topics."""
    return PageMetadata(title, description, [_collection(title, path, page, links)])


def terms_metadata() -> PageMetadata:
    """The vocabularies, each a set of terms."""
    nodes = [_term_set(slug) for slug in VOCABULARIES]
    description = _(
        "The fixed terms in which the facts of every policy item are told, each with its meaning."
    )
    return PageMetadata(_("What the terms mean"), description, nodes)


def _term_set(slug: str) -> Node:
    vocabulary, address = VOCABULARIES[slug], partial(reverse, "terms")
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": identity(address, f"{slug}-{value}"),
            "termCode": value,
            "name": label,
            "description": str(meaning.sentence),
        }
        for value, label, meaning in vocabulary.rows()
    ]
    name = {"@type": "DefinedTermSet", "@id": identity(address, slug), "name": str(vocabulary.title)}
    return name | {"publisher": publisher(), "hasDefinedTerm": terms}


def _collection(
    name: str, path: str, page: "Page[Any]", links: Sequence[Link], about: Node | None = None
) -> Node:
    address = f"{absolute(path)}{page_query(page)}"
    members = item_list(links, first=page.start_index(), of=page.paginator.count) if links else None
    return {"@type": "CollectionPage", "@id": address} | known(
        name=name, url=address, isPartOf=website(), about=about, mainEntity=members
    )


def entry_links(entries: Iterable[Entry]) -> list[Link]:
    """Links to items, by the one address of each."""
    with translation.override(settings.LANGUAGE_CODE):
        return [(entry.title, entry.item.get_absolute_url()) for entry in entries]


def _articles(page: "Page[Any]") -> list[Link]:
    articles: list[Article] = list(page)
    with translation.override(settings.LANGUAGE_CODE):
        return [(article.title, article.get_absolute_url()) for article in articles]


def _editions(count: int) -> str:
    return ngettext("{count} edition", "{count} editions", count).format(count=count)


def _told_of(place: str, count: int) -> str:
    text = ngettext(
        "{count} policy item about {region}, with its date, issuer and source.",
        "{count} policy items about {region}, with their dates, issuers and sources.",
        count,
    )
    return text.format(count=count, region=place)
