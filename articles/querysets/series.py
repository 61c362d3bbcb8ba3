"""Named queries over series."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models

from regions.text import slug_for

if TYPE_CHECKING:
    from articles.models import Series


class SeriesQuerySet(models.QuerySet["Series"]):
    """Series of editions."""

    def in_use(self) -> Self:
        """Series with at least one public edition: the others have no page."""
        articles = apps.get_model("articles", "Article").objects
        return self.filter(models.Exists(articles.published().in_series(models.OuterRef("pk"))))

    def free_slug(self, name: str) -> str:
        """Return a slug of ``name`` that no series has, with a number behind it where one has."""
        base = slug_for(name, max_length=90)
        taken = set(self.filter(slug__startswith=base).values_list("slug", flat=True))
        candidate, count = base, 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        return candidate
