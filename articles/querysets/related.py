"""Named queries over the picks and stored lists of "Discover more"."""

from typing import TYPE_CHECKING, Self

from django.db import models

from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import RelatedPost, RelatedSuggestion


class RelatedPostQuerySet(models.QuerySet["RelatedPost"]):
    """Editors' picks."""

    def open_to_readers(self) -> Self:
        """Picks of other sites' pages, and of articles here that the public may see now."""
        return self.filter(models.Q(post=None) | public("post__"))


class RelatedSuggestionQuerySet(models.QuerySet["RelatedSuggestion"]):
    """The rows of the stored lists."""

    def open_to_readers(self) -> Self:
        """Rows of articles that the public may see now."""
        return self.filter(public("post__"))

    def nearest_first(self) -> Self:
        """In the order of the list; among equals the latest publication first."""
        return self.order_by("-score", "-post__published_at", "-post_id")
