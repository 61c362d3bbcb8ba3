"""Named queries over the regions of items, and over their closure."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from articles.querysets.visibility import public_place
from regions.local_names import is_english, local_name

if TYPE_CHECKING:
    from articles.models import ItemPlace, ItemRegion
    from regions.models import Region


_LINEAGE = tuple(f"region__{'parent__' * depth}" for depth in range(4))  # the tree has four levels


class ItemRegionQuerySet(models.QuerySet["ItemRegion"]):
    """The regions that items are filed under."""

    def named(self, item_ids: Collection[int]) -> "models.QuerySet[ItemRegion, Any]":
        """Rows of item, path, common name, name in the article's language, and names of the lineage.

        The first region comes first; the lineage is the region and its parents, in the interface's language.
        """
        rows = self.filter(item__in=item_ids).order_by("position")
        own = models.Case(
            models.When(item__article__language__startswith="zh", then=local_name("region__", "zh")),
            default=models.F("region__name"),
        )
        return rows.values_list("item", "region__path", "region__name", own, *map(local_name, _LINEAGE))


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
        """Rows of path, ``name``, kind and ``items`` of the regions right inside one; None: at the top.

        ``items`` counts policy items, each once, those of deeper regions included. Rows of one kind
        are in the order of the alphabet, or, where the reader has other names than English ones, the most
        items first.
        """
        columns = ("region__path", "region__name", "region__kind")
        counted = self.filter(region__parent=region).values(*columns).annotate(items=models.Count("pk"))
        order = "region__name" if is_english() else "-items"
        named: models.QuerySet[ItemPlace, Any] = counted.annotate(name=local_name("region__"))
        return named.order_by("-region__kind", order, "region__path")

    def most_told(self, number: int) -> "models.QuerySet[ItemPlace, Any]":
        """The same rows of the regions at the top with most items, ``number`` at most."""
        return self.counted_inside(None).order_by(models.F("items").desc(), "region__path")[:number]
