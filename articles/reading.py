"""The pages of an article and of an item: what readers see, and before them those who preview it."""

from dataclasses import replace
from typing import Any

from articles.citations import cite_article, cite_item
from articles.digest import entries_of
from articles.discover import discover_more
from articles.entries import Entry, listed
from articles.models import Article, PolicyItem
from articles.neighbours import Neighbours, editions_around
from articles.notices import notices_of
from articles.numbering import numbers_of
from articles.related_items import related_items
from articles.relations import ties_of


def page_of(article: Article) -> dict[str, Any]:
    """Return the context of ``articles/article.html``.

    The article's own items count as public, so that a draft's timelines are those that readers will see.
    """
    items = list(PolicyItem.objects.of(article))
    return {
        "article": article,
        "topics": list(article.tags.all()),
        "notices": notices_of(article),
        "entries": entries_of(items, article=article),
        "citation": cite_article(article),
        "editions": editions_around(article),
        "cards": discover_more(article),
    }


def page_of_item(item: PolicyItem) -> dict[str, Any]:
    """Return the context of ``articles/item.html``; the item comes with its article."""
    entry, neighbours = _among_others(item)
    entry = replace(entry, ties=ties_of([item.pk])[item.pk])
    topics = list(item.tags.all())
    told = [step.pk for step in entry.timeline.steps] + [near.item.pk for near in neighbours if near]
    return {
        "entry": entry,
        "item": item,
        "article": item.article,
        "topics": topics,
        "related": related_items(item, topics, told),
        "notices": notices_of(item.article),
        "citation": cite_item(entry, item.article),
        "neighbours": neighbours,
    }


def _among_others(item: PolicyItem) -> tuple[Entry, Neighbours[Entry]]:
    """Return the item under its number, and what stands before and after it in its article."""
    numbers = numbers_of(PolicyItem.objects.of(item.article).counted_by())
    order = [None, *numbers, None]
    place = order.index(item.pk)
    near = [pk for pk in order[place - 1 : place + 2] if pk is not None]
    items = PolicyItem.objects.in_bulk(near) | {item.pk: item}
    entries: dict[int | None, Entry] = {
        entry.item.pk: replace(entry, number=numbers[entry.item.pk]) for entry in listed([*items.values()])
    }
    return entries[item.pk], Neighbours(entries.get(order[place - 1]), entries.get(order[place + 1]))
