"""Named queries over series."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models

if TYPE_CHECKING:
    from articles.models import Series


class SeriesQuerySet(models.QuerySet["Series"]):
    """Series of editions."""

    def in_use(self) -> Self:
        """Series with at least one public edition: the others have no page."""
        articles = apps.get_model("articles", "Article").objects
        return self.filter(models.Exists(articles.published().in_series(models.OuterRef("pk"))))
