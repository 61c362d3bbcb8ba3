"""Named queries over topics."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce

from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import Topic


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, and how much the public can read about them."""

    def with_public_counts(self) -> Self:
        """Annotate ``article_count`` and ``item_count``: public articles and items that carry the topic."""
        return self.annotate(
            article_count=_count("ArticleTopic", public("content_object__")),
            item_count=_count("ItemTopic", public("content_object__article__")),
        )

    def with_use_counts(self) -> Self:
        """Annotate ``used_by_articles`` and ``used_by_items``: all that carry the topic, public or not."""
        return self.annotate(
            used_by_articles=_count("ArticleTopic", models.Q()), used_by_items=_count("ItemTopic", models.Q())
        )

    def in_use(self) -> Self:
        """Topics of at least one public article or item: the others have no page."""
        return self.filter(
            models.Exists(_carriers("ArticleTopic", public("content_object__")))
            | models.Exists(_carriers("ItemTopic", public("content_object__article__")))
        )


def _carriers(model: str, condition: models.Q) -> "models.QuerySet[models.Model]":
    rows = apps.get_model("articles", model)._default_manager
    carriers: models.QuerySet[models.Model] = rows.filter(condition, tag=models.OuterRef("pk"))
    return carriers.order_by()


def _count(model: str, condition: models.Q) -> Coalesce:
    counted = _carriers(model, condition).values("tag").annotate(count=models.Count("pk")).values("count")
    return Coalesce(models.Subquery(counted), 0)
