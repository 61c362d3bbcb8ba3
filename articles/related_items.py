"""Items that a reader of one item may want next: from the same place, then about the same topics."""

from collections.abc import Iterable, Sequence

from articles.entries import Entry, listed
from articles.models import PolicyItem, Topic

SHOWN = 4


def related_items(item: PolicyItem, topics: Sequence[Topic], told: Iterable[int]) -> list[Entry]:
    """Return the newest public items of the item's own region and what lies inside it, then of its topics.

    ``told`` are the ids of items that its page leads to already: its timeline, its ties, its neighbours. Four
    queries, whatever there is.
    """
    hidden = {item.pk, *told}
    others = PolicyItem.objects.exclude(pk__in=hidden).with_articles()
    region = item.region
    near = others.in_region(region)[:SHOWN] if region else []
    alike = others.published().about_any(topics).newest_first()[:SHOWN]
    found = {found.pk: found for found in [*near, *alike]}
    return listed(list(found.values())[:SHOWN])
