"""The vocabularies of regions."""

from django.db import models


class RegionKind(models.TextChoices):
    """What a region is; its level of government follows from it."""

    CONTINENT = "continent", "continent"
    BLOC = "bloc", "bloc"
    COUNTRY = "country", "country"
    SUBDIVISION = "subdivision", "subdivision"
    CITY = "city", "city"
    DISTRICT = "district", "district"
    SPECIAL_ZONE = "special_zone", "special zone"


class Level(models.TextChoices):
    """Level of government (Digital Policy Alert's terms; ``municipal`` is ours)."""

    SUPRANATIONAL = "supranational", "supranational"
    NATIONAL = "national", "national"
    SUBNATIONAL = "subnational", "subnational"
    MUNICIPAL = "municipal", "municipal"
    SPECIAL_ZONE = "special_zone", "special zone"
    MULTILATERAL = "multilateral", "multilateral"


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

    OFFICIAL = "official", "official name"
    SHORT = "short", "short name"
    ALIAS = "alias", "alias"
    CODE = "code", "code"
