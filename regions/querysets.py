"""The named queries over regions."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from regions.models import Region


class RegionQuerySet(models.QuerySet["Region"]):
    """Regions, by where they are in the tree."""

    def with_parents(self) -> Self:
        """Fetch the ancestors along: the tree is at most four levels deep."""
        return self.select_related("parent__parent__parent")

    def top(self) -> Self:
        """Countries, blocs and continents: regions inside no other."""
        return self.filter(parent=None)

    def once_at(self, path: str) -> Self:
        """The region that once had a path which it no longer has."""
        return self.filter(redirects__path=path)

    def inside(self, region: "Region") -> Self:
        """The region itself and everything below it."""
        return self.filter(models.Q(pk=region.pk) | models.Q(path__startswith=f"{region.path}/"))

    def ancestors_of(self, region: "Region") -> Self:
        """The regions around ``region``, the outermost first, without itself."""
        slugs = region.path.split("/")
        paths = ["/".join(slugs[:depth]) for depth in range(1, len(slugs))]
        return self.filter(path__in=paths).order_by("depth")
