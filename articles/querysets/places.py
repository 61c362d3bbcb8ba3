"""Named queries over the regions of items, and over their closure."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from articles.querysets.visibility import public_place

if TYPE_CHECKING:
    from articles.models import ItemPlace, ItemRegion
    from regions.models import Region


_NAMES = tuple(f"region__{'parent__' * depth}name" for depth in range(4))  # the tree has four levels


class ItemRegionQuerySet(models.QuerySet["ItemRegion"]):
    """The regions that items are filed under."""

    def named(self, item_ids: Collection[int]) -> "models.QuerySet[ItemRegion, Any]":
        """Rows of item, path, and the names of the region and its parents; the first region first."""
        return (
            self.filter(item__in=item_ids).order_by("position").values_list("item", "region__path", *_NAMES)
        )


class ItemPlaceQuerySet(models.QuerySet["ItemPlace"]):
    """Which regions the public can read about, and how much."""

    def published(self) -> Self:
        """Rows of items that the public may see now."""
        return self.filter(public_place())

    def quiet_since(self, day: date) -> "models.QuerySet[ItemPlace, Any]":
        """Rows of ``region``, ``last`` and ``items`` of regions without public news since a day.

        ``last`` is the day of the last news. The longest quiet come first; what happens inside a
        region is news of it too.
        """
        places = self.published().values("region")
        counted = places.annotate(last=models.Max("news_date"), items=models.Count("pk"))
        return counted.filter(last__lt=day).order_by("last", "region__path")

    def counted_inside(self, region: "Region | None") -> "models.QuerySet[ItemPlace, Any]":
        """Rows of path, name, kind and ``items`` of the regions right inside one; None: of those at the top.

        ``items`` counts policy items, each once, those of deeper regions included.
        """
        rows = self.filter(region__parent=region).order_by("-region__kind", "region__name", "region__path")
        return rows.values("region__path", "region__name", "region__kind").annotate(items=models.Count("pk"))
