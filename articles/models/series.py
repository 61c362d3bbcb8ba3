"""A named row of editions, such as "Blockchain policy weekly"."""

from typing import Any

from django.db import models
from django.urls import reverse

from articles.querysets.series import SeriesQuerySet
from regions.fields import PlainCharField, PlainTextField


class Series(models.Model):
    """A series that articles appear in, each with the date of its edition."""

    name = PlainCharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=100, unique=True, blank=True)
    description = PlainTextField(blank=True, max_length=1000)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the series, under a free slug of its name unless one is given."""
        self.slug = self.slug or type(self).objects.free_slug(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Return the address of the page of its editions."""
        return reverse("series", kwargs={"slug": self.slug})
