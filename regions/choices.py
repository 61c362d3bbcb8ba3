"""The vocabularies of regions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionKind(models.TextChoices):
    """What a region is; its level of government follows from it."""

    CONTINENT = "continent", _("continent")
    BLOC = "bloc", _("bloc")
    COUNTRY = "country", _("country")
    SUBDIVISION = "subdivision", _("subdivision")
    CITY = "city", _("city")
    DISTRICT = "district", _("district")
    SPECIAL_ZONE = "special_zone", _("special zone")


class Level(models.TextChoices):
    """Level of government (Digital Policy Alert's terms; ``municipal`` is ours)."""

    SUPRANATIONAL = "supranational", _("supranational")
    NATIONAL = "national", _("national")
    SUBNATIONAL = "subnational", _("subnational")
    MUNICIPAL = "municipal", _("municipal")
    SPECIAL_ZONE = "special_zone", _("special zone")
    MULTILATERAL = "multilateral", _("multilateral")


LEVEL_OF_KIND: dict[str, Level] = {
    RegionKind.CONTINENT: Level.MULTILATERAL,
    RegionKind.BLOC: Level.SUPRANATIONAL,
    RegionKind.COUNTRY: Level.NATIONAL,
    RegionKind.SUBDIVISION: Level.SUBNATIONAL,
    RegionKind.CITY: Level.MUNICIPAL,
    RegionKind.DISTRICT: Level.MUNICIPAL,
    RegionKind.SPECIAL_ZONE: Level.SPECIAL_ZONE,
}


class NameKind(models.TextChoices):
    """What sort of name a :class:`~regions.models.RegionName` is."""

    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short name")
    ALIAS = "alias", _("alias")
    CODE = "code", _("code")
