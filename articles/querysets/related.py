"""Named queries over the stored lists of "Discover more"."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from articles.models import RelatedSuggestion


class RelatedSuggestionQuerySet(models.QuerySet["RelatedSuggestion"]):
    """The rows of the stored lists."""

    def nearest_first(self) -> Self:
        """In the order of the list; among equals the latest publication first."""
        return self.order_by("-score", "-post__published_at", "-post_id")
