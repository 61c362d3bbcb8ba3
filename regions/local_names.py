"""The names of regions in the language of the reader, as expressions for queries; else their English ones."""

from django.apps import apps
from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from regions.choices import NameKind

ENGLISH = "en"  # Region.name is the common English name


def local_name(prefix: str = "", language: str | None = None) -> Combinable:
    """Return a region's short name in a language, by default that of the interface.

    ``prefix`` leads from the queried model to the region: ``"region__"``.
    """
    primary = (language or get_language() or ENGLISH).split("-")[0]
    common = models.F(f"{prefix}name")
    if primary == ENGLISH:
        return common
    names = apps.get_model("regions", "RegionName").objects.filter(region=models.OuterRef(f"{prefix}pk"))
    short = names.filter(language=primary, kind=NameKind.SHORT).order_by("name")
    return Coalesce(models.Subquery(short.values("name")[:1]), common)
