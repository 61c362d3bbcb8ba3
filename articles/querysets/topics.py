"""Named queries over topics."""

from typing import TYPE_CHECKING, Self

from django.db import models

from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import Topic


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, and how much the public can read about them."""

    def with_public_counts(self) -> Self:
        """Annotate ``article_count`` and ``item_count``: public articles and items that carry the topic."""
        return self.annotate(
            article_count=models.Count(
                "article_topics",
                filter=public("article_topics__content_object__"),
                distinct=True,
            ),
            item_count=models.Count(
                "item_topics",
                filter=public("item_topics__content_object__article__"),
                distinct=True,
            ),
        )

    def in_use(self) -> Self:
        """Topics of at least one public article or item: the others have no page."""
        return self.with_public_counts().filter(models.Q(article_count__gt=0) | models.Q(item_count__gt=0))
