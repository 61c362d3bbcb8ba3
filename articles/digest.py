"""A digest as readers see it: its items in order, each under its printed number."""

from collections.abc import Sequence
from dataclasses import replace

from articles.entries import Entry, listed
from articles.models import Article, PolicyItem
from articles.numbering import numbers
from articles.relations import ties_of


def entries_of(items: Sequence[PolicyItem], *, article: Article | None = None) -> list[Entry]:
    """Return the entries of all items of a digest, which are given in their order.

    ``article`` is the digest itself where it may not be public yet.
    """
    entries, level = [], 2
    ties = ties_of([item.pk for item in items], article=article) if items else {}
    for entry, number in zip(listed(items, article=article), numbers(items), strict=True):
        level = 3 if entry.item.section else level
        entries.append(replace(entry, number=number, level=level, ties=ties[entry.item.pk]))
    return entries
