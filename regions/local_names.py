"""The names of regions in the language of the reader, as expressions for queries; else their English ones."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from regions.choices import NameKind

if TYPE_CHECKING:
    from regions.models import Region

ENGLISH = "en"  # Region.name is the common English name


def local_name(prefix: str = "", language: str | None = None) -> Combinable:
    """Return a region's short name in a language, by default that of the interface.

    ``prefix`` leads from the queried model to the region: ``"region__"``.
    """
    primary = _primary(language or get_language())
    common = models.F(f"{prefix}name")
    if primary == ENGLISH:
        return common
    names = apps.get_model("regions", "RegionName").objects.filter(region=models.OuterRef(f"{prefix}pk"))
    short = names.filter(language=primary, kind=NameKind.SHORT).order_by("name")
    return Coalesce(models.Subquery(short.values("name")[:1]), common)


def call_locally(region: "Region") -> "Region":
    """Return the region, it and its ancestors called as the reader calls them: to be shown, never saved."""
    if _primary(get_language()) != ENGLISH:
        lineage = region.lineage
        named = type(region).objects.filter(pk__in=[place.pk for place in lineage])
        names = dict(named.order_by().values_list("pk", local_name()))
        for place in lineage:
            place.name = names[place.pk]
    return region


def _primary(language: str | None) -> str:
    return (language or ENGLISH).split("-")[0]
