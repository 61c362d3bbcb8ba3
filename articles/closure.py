"""The closure of regions: each item × (each of its regions and each ancestor of these).

With it the page of any region reads its items and those of everything inside it from one index.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.utils import timezone

from articles.querysets.visibility import PUBLIC_STATUSES
from regions.models import Region

if TYPE_CHECKING:
    from articles.models import ItemPlace, PolicyItem

BATCH = 500


class _When(NamedTuple):
    """What the closure repeats of an item and its article."""

    published_at: Any
    news_date: date | None


def file_under(item: "PolicyItem", regions: list[Region]) -> None:
    """Replace the regions of an item, in their order, and its closure."""
    if [row.region_id for row in item.item_regions.all()] != [region.pk for region in regions]:
        item.item_regions.all().delete()
        model = item.item_regions.model
        model.objects.bulk_create(
            model(item=item, region=region, position=position) for position, region in enumerate(regions)
        )
        getattr(item, "_prefetched_objects_cache", {}).pop("item_regions", None)
    rebuild([item.pk])


def rebuild(item_ids: Iterable[int]) -> None:
    """Bring the closure of the given items in step with their regions, dates and articles.

    Writes only what differs: a second call changes nothing. Call it inside a transaction.
    """
    ids = list(item_ids)
    for start in range(0, len(ids), BATCH):
        _rebuild_batch(ids[start : start + BATCH])


def _rebuild_batch(ids: list[int]) -> None:
    model: type[ItemPlace] = apps.get_model("articles", "ItemPlace")
    wanted = _wanted(ids)
    stale, changed = [], []
    for place in model.objects.filter(item__in=ids):
        when = wanted.pop((place.item_id, place.region_id), None)
        if when is None:
            stale.append(place.pk)
        elif (place.published_at, place.news_date) != when:
            place.published_at, place.news_date = when
            changed.append(place)
    model.objects.filter(pk__in=stale).delete()
    model.objects.bulk_update(changed, ["published_at", "news_date"], batch_size=BATCH)
    model.objects.bulk_create(
        [
            model(item_id=item, region_id=region, published_at=when.published_at, news_date=when.news_date)
            for (item, region), when in wanted.items()
        ],
        batch_size=BATCH,
    )


def _wanted(ids: list[int]) -> dict[tuple[int, int], _When]:
    """Return the rows that the closure of the items should hold."""
    rows = apps.get_model("articles", "ItemRegion").objects.filter(item__in=ids)
    paths: dict[str, list[int]] = defaultdict(list)
    for item_id, path in rows.values_list("item", "region__path"):
        slugs = path.split("/")
        for depth in range(1, len(slugs) + 1):
            paths["/".join(slugs[:depth])].append(item_id)
    when = _when(ids)
    regions = Region.objects.filter(path__in=paths).values_list("path", "pk")
    return {(item_id, pk): when[item_id] for path, pk in regions for item_id in paths[path]}


def _when(ids: list[int]) -> dict[int, _When]:
    """Return for each item the publication and the date under which it counts as news."""
    items = apps.get_model("articles", "PolicyItem").objects.filter(pk__in=ids)
    columns = ("pk", "announced_on", "article__status", "article__published_at")
    found = {}
    for pk, announced_on, status, published_at in items.values_list(*columns):
        visible_from = published_at if status in PUBLIC_STATUSES else None
        published_on = timezone.localdate(visible_from) if visible_from else None
        found[pk] = _When(visible_from, announced_on or published_on)
    return found
