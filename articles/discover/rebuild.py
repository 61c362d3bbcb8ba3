"""Brings the stored lists of "Discover more" in step with what is public now.

They are rebuilt when an article is published or withdrawn, and nightly, since texts and topics change too.
All are rebuilt at once: one more article changes how rare each term is, and two thousand take seconds.
"""

from collections import defaultdict
from collections.abc import Callable

from django.apps import apps
from django.db import transaction

from articles.discover.documents import public_documents
from articles.discover.ranking import Neighbour, Ranking

LENGTH = 12  # rows of a stored list: six to show, six for when some of these are picked, blocked or withdrawn
BATCH = 200  # lists written in one transaction, so that nobody waits long for it

_Row = tuple[int, int, int]
Lists = dict[int, list[Neighbour]]
Progress = Callable[[int, int], None]


def rebuild_all(progress: Progress = lambda done, total: None) -> int:
    """Rebuild the lists of the public articles; return how many of them changed.

    ``progress`` is called with the number of articles done and their total.
    """
    ranking = Ranking(public_documents())
    total = len(ranking.documents)
    changed = 0
    for start in range(0, total, BATCH):
        batch = range(start, min(start + BATCH, total))
        changed += _store({ranking.documents[number].pk: ranking.nearest(number, LENGTH) for number in batch})
        progress(batch.stop, total)
    return changed


@transaction.atomic
def _store(lists: Lists) -> int:
    """Write the lists that differ in their order or reasons from what is stored; return how many.

    Scores alone shift with every article that comes or goes: a list that keeps its order stays as it is.
    """
    suggestions = apps.get_model("articles", "RelatedSuggestion")
    wanted = _without_deleted(lists)
    stored = _stored(wanted)
    changed = {pk: row for pk, row in wanted.items() if [_what_shows(near) for near in row] != stored[pk]}
    suggestions.objects.filter(article__in=changed).delete()
    suggestions.objects.bulk_create(
        suggestions(
            article_id=pk,
            post_id=near.document.pk,
            score=near.score,
            shared_topics=near.shared_topics,
            shared_regions=near.shared_regions,
        )
        for pk, row in changed.items()
        for near in row
    )
    return len(changed)


def _without_deleted(lists: Lists) -> Lists:
    """Leave out articles that were deleted meanwhile, and keep the others until the transaction ends.

    The lock also makes two rebuilds at a time pass one after the other.
    """
    ids = {near.document.pk for row in lists.values() for near in row} | lists.keys()
    articles = apps.get_model("articles", "Article").objects.filter(pk__in=ids).order_by("pk")
    kept = set(articles.select_for_update(no_key=True).values_list("pk", flat=True))
    return {pk: [near for near in row if near.document.pk in kept] for pk, row in lists.items() if pk in kept}


def _what_shows(near: Neighbour) -> _Row:
    return near.document.pk, near.shared_topics, near.shared_regions


def _stored(lists: Lists) -> dict[int, list[_Row]]:
    """Return what is stored of each list, in its order."""
    suggestions = apps.get_model("articles", "RelatedSuggestion").objects.filter(article__in=lists)
    columns = ("article", "post", "shared_topics", "shared_regions")
    stored = defaultdict(list)
    for pk, *row in suggestions.nearest_first().values_list(*columns):
        stored[pk].append(tuple(row))
    return stored
