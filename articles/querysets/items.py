"""Named queries over policy items."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import PolicyItem, Topic
    from regions.models import Region


class PolicyItemQuerySet(models.QuerySet["PolicyItem"]):
    """Policy items by what readers and editors ask for."""

    def published(self) -> Self:
        """Items of articles that the public may see now."""
        return self.filter(public("article__"))

    def in_region(self, region: "Region") -> Self:
        """Public items filed under a region or anything inside it, the newest first.

        Reads the closure's index from one end, so the first page costs the same at any size.
        """
        return self.filter(places__region=region, places__published_at__lte=timezone.now()).order_by(
            "-places__news_date", "-pk"
        )

    def about(self, topic: "Topic") -> Self:
        """Items that carry a topic, or whose article does."""
        return self.filter(
            models.Exists(topic.item_topics.filter(content_object=models.OuterRef("pk")))
            | models.Exists(topic.article_topics.filter(content_object=models.OuterRef("article")))
        )

    def newest_first(self) -> Self:
        """By the day that the policy step was announced, else the day of publication."""
        return self.order_by(
            Coalesce("announced_on", TruncDate("article__published_at")).desc(),
            "-pk",
        )

    def with_regions(self) -> Self:
        """Fetch the regions along, the one that the item is filed under first."""
        return self.prefetch_related("item_regions__region")

    def in_timeline(self, first_step_ids: "list[int]") -> Self:
        """All steps of the policies that begin with the given items."""
        return self.filter(models.Q(pk__in=first_step_ids) | models.Q(first_step__in=first_step_ids))
