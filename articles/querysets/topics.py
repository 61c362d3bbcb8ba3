"""Named queries over topics."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce, Greatest, TruncDate

from articles.querysets.visibility import public, public_place

if TYPE_CHECKING:
    from articles.models import Topic
    from regions.models import Region


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, and how much the public can read about them."""

    def with_public_counts(self) -> Self:
        """Annotate ``article_count`` and ``item_count``, counted as ``about()`` finds them.

        An article counts once if it carries the topic or has an item that does.
        """
        itself = models.Q(models.Exists(_same_topic_of_article()))
        by_items = public("content_object__article__") & ~itself
        return self.annotate(
            article_count=_count("ArticleTopic", public("content_object__"))
            + _count("ItemTopic", by_items, "content_object__article"),
            item_count=_count("ItemTopic", public("content_object__article__")),
        )

    def with_use_counts(self) -> Self:
        """Annotate ``used_by_articles`` and ``used_by_items``: all that carry the topic, public or not."""
        return self.annotate(
            used_by_articles=_count("ArticleTopic", models.Q()), used_by_items=_count("ItemTopic", models.Q())
        )

    def most_used_by_articles(self, number: int) -> Self:
        """The topics that most articles carry, public or not, the most frequent first."""
        used = self.with_use_counts().filter(used_by_articles__gt=0)
        return used.order_by("-used_by_articles", "name")[:number]

    def in_use(self) -> Self:
        """Topics of at least one public article or item: the others have no page."""
        return self.filter(
            models.Exists(_carriers("ArticleTopic", public("content_object__")))
            | models.Exists(_carriers("ItemTopic", public("content_object__article__")))
        )

    def dominant_in(self, region: "Region", number: int) -> Self:
        """The topics of most public items in a region, ``number`` at most, each with its ``items``."""
        inside = public_place("item_topics__content_object__places__")
        found = self.filter(inside, item_topics__content_object__places__region=region)
        return found.annotate(items=models.Count("pk")).order_by("-items", "name")[:number]

    def quiet_since(self, day: date) -> Self:
        """Topics of public articles or items, none of them since a day; the longest quiet first.

        Annotates ``last``, the day of the last news, and ``item_count``.
        """
        item_day = Coalesce(
            "content_object__announced_on", TruncDate("content_object__article__published_at")
        )
        of_items = _last("ItemTopic", public("content_object__article__"), item_day)
        of_articles = _last(
            "ArticleTopic", public("content_object__"), TruncDate("content_object__published_at")
        )
        # On SQLite the greatest of something and nothing is nothing.
        last = Coalesce(Greatest(of_items, of_articles), of_items, of_articles)
        return self.with_public_counts().annotate(last=last).filter(last__lt=day).order_by("last", "name")


def _last(model: str, condition: models.Q, day: models.Func) -> models.Subquery:
    days = _carriers(model, condition).values("tag").annotate(last=models.Max(day))
    return models.Subquery(days.values("last"), output_field=models.DateField())


def _carriers(model: str, condition: models.Q) -> "models.QuerySet[models.Model]":
    rows = apps.get_model("articles", model)._default_manager
    carriers: models.QuerySet[models.Model] = rows.filter(condition, tag=models.OuterRef("pk"))
    return carriers.order_by()


def _count(model: str, condition: models.Q, what: str = "pk") -> Coalesce:
    count = models.Count(what, distinct=what != "pk")
    counted = _carriers(model, condition).values("tag").annotate(count=count).values("count")
    return Coalesce(models.Subquery(counted), 0)


def _same_topic_of_article() -> "models.QuerySet[models.Model]":
    """The topic of an item's row, carried by the item's article."""
    rows = apps.get_model("articles", "ArticleTopic")._default_manager
    same: models.QuerySet[models.Model] = rows.filter(
        tag=models.OuterRef("tag"), content_object=models.OuterRef("content_object__article")
    )
    return same.order_by()
