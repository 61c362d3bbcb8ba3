"""The names of regions in the language of the reader; else their English ones."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language

from regions.choices import NameKind
from regions.models import Region, RegionName

ENGLISH = "en"  # Region.name is the common English name
# The short name before the official one, which the sources have alone for many: 柏林, 魁北克. Aliases are
# left out: many are in traditional script.
_SHORT_FIRST = models.Case(models.When(kind=NameKind.SHORT, then=0), default=1)


class LocalRegion(NamedTuple):
    """A region as the reader calls it."""

    path: str
    name: str

    def get_absolute_url(self) -> str:
        """Return the address of the region's public page."""
        return reverse("region", kwargs={"path": self.path})


def local_name(prefix: str = "", language: str | None = None) -> Combinable:
    """Return, for a query, a region's name in a language, by default that of the interface.

    ``prefix`` leads from the queried model to the region: ``"region__"``.
    """
    primary = _primary(language or get_language())
    common = models.F(f"{prefix}name")
    if primary == ENGLISH:
        return common
    names = RegionName.objects.filter(region=models.OuterRef(f"{prefix}pk"), language=primary)
    called = names.filter(kind__in=(NameKind.SHORT, NameKind.OFFICIAL)).order_by(_SHORT_FIRST, "name")
    return Coalesce(models.Subquery(called.values("name")[:1]), common)


def local_lineage(region: Region) -> list[LocalRegion]:
    """Return the ancestors of a region, the outermost first, and itself, in one query."""
    around = Region.objects.ancestors_of(region) | Region.objects.filter(pk=region.pk)
    return [LocalRegion(*row) for row in around.order_by("depth").values_list("path", local_name())]


def full_name(lineage: Sequence[LocalRegion]) -> str:
    """Return the name with those of its parents: "Jilin City · Jilin · China"."""
    return " · ".join(region.name for region in reversed(lineage))


def is_english() -> bool:
    """Whether the reader calls regions by their English names."""
    return _primary(get_language()) == ENGLISH


def _primary(language: str | None) -> str:
    return (language or ENGLISH).split("-")[0]
