"""The named queries over regions."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models, transaction

from regions.choices import RegionKind
from regions.text import clean_text, fold

if TYPE_CHECKING:
    from regions.models import Region, RegionRedirect


_KIND_RANKS = [
    models.When(kind=kind, then=models.Value(rank))
    for rank, kind in enumerate([RegionKind.COUNTRY, RegionKind.SUBDIVISION, RegionKind.CITY])
]
# The tree is at most four levels deep: a region has three others around it.
_ANCESTORS = ("parent", "parent__parent", "parent__parent__parent")
# As much of a search as is read: a name and the three around it, of 200 characters each.
_LONGEST_SEARCH = 800


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

    def named(self, text: str) -> Self:
        """Regions that have a name like ``text``; behind a comma may stand what they are inside of.

        Two letters find names that begin with them; more letters, or Chinese, find them anywhere in a name.
        """
        name, *around = _parts(text)
        names = apps.get_model("regions", "RegionName").objects.order_by()
        found = self.filter(pk__in=names.filter(_like(fold(name))).values("region"))
        is_around = [("region", models.OuterRef(ancestor)) for ancestor in _ANCESTORS]
        of_ancestors = names.filter(models.Q(*is_around, _connector=models.Q.OR))
        for part in around[: len(_ANCESTORS)]:
            found = found.filter(models.Exists(of_ancestors.filter(_like(fold(part)))))
        return found

    def best_first(self, text: str) -> Self:
        """Regions found by ``named``: whole names before beginnings of names, countries and the big first."""
        name = fold(_parts(text)[0])
        names = apps.get_model("regions", "RegionName").objects.filter(region=models.OuterRef("pk"))
        return self.order_by(
            models.Exists(names.filter(folded=name)).desc(),
            models.Exists(names.filter(folded__startswith=name)).desc(),
            models.Case(*_KIND_RANKS, default=models.Value(len(_KIND_RANKS))),
            models.F("population").desc(nulls_last=True),
            "path",
        )

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete regions for good, as ``Region.delete()`` does.

        Raises:
            ProtectedError: items, or other regions, still need one of them.
        """
        with transaction.atomic():
            source_ids = [key for key in self.order_by().values_list("source_id", flat=True) if key]
            deleted = super().delete()
            apps.get_model("regions", "RemovedRegion").remember(source_ids)
            apps.get_model("regions", "RegionsStamp").renew()
        return deleted

    # As Django marks its own: not for templates, and not on managers, where it would delete everything.
    delete.__dict__.update(alters_data=True, queryset_only=True)


class RegionRedirectQuerySet(models.QuerySet["RegionRedirect"]):
    """Old addresses of regions."""

    def record(self, old_paths: Mapping[int, str]) -> None:
        """Let old paths lead to the regions (by primary key) that had them, unless a region has them now."""
        redirects: list[RegionRedirect] = [
            self.model(path=path, region_id=pk) for pk, path in old_paths.items()
        ]
        self.bulk_create(
            redirects, update_conflicts=True, unique_fields=["path"], update_fields=["region"], batch_size=400
        )
        self.drop_live()

    def drop_live(self) -> None:
        """Delete redirects whose path a region has: a live page beats a redirect."""
        regions = apps.get_model("regions", "Region").objects
        self.filter(path__in=regions.order_by().values("path")).delete()


def _parts(text: str) -> list[str]:
    """Return the name that a search is for, and behind it the names of what it is inside of."""
    parts = re.split("[,，、·]", clean_text(text[:_LONGEST_SEARCH], multiline=False))
    return [part for part in parts if part.strip()] or [""]


def _like(name: str) -> models.Q:
    """Return the condition on folded names that a search for ``name`` makes."""
    if len(name) > 2 or not name.isascii():
        return models.Q(folded__contains=name)
    return models.Q(folded__startswith=name)
