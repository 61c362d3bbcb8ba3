"""Named queries over the ties between items."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import models

from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import Article, ItemRelation

ENDS = ("from_item", "to_item")
_COLUMNS = ("", "__heading", "__article__title", "__article__language")


class ItemRelationQuerySet(models.QuerySet["ItemRelation"]):
    """Ties, each between two items."""

    def of(
        self, item_ids: Collection[int], *, article: "Article | None" = None
    ) -> "models.QuerySet[ItemRelation, Any]":
        """Rows of kind, and of id, heading, article's title and language of both ends, of ties of the items.

        Both ends are public, or items of ``article``.
        """
        touching = models.Q(from_item__in=item_ids) | models.Q(to_item__in=item_ids)
        own = {end: models.Q(**{f"{end}__article": article}) if article else models.Q() for end in ENDS}
        visible = [public(f"{end}__article__") | own[end] for end in ENDS]
        rows = self.filter(touching, *visible).order_by("kind", *ENDS)
        return rows.values_list("kind", *(f"{end}{column}" for end in ENDS for column in _COLUMNS))
