"""Words that say what kind of region a name beside them is the name of."""

from regions.choices import RegionKind

_CITY = (RegionKind.CITY, RegionKind.SUBDIVISION)
_COUNTRY = (RegionKind.COUNTRY,)
_LOCAL = (RegionKind.DISTRICT, RegionKind.SUBDIVISION)
_SUBDIVISION = (RegionKind.SUBDIVISION,)
_ZONE = (RegionKind.SPECIAL_ZONE, RegionKind.DISTRICT)

# Behind a name, or with "of" before it. Where a city is a province too (Beijing), it is a subdivision.
ENGLISH_KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["city", "municipality", "municipal", "town", "mayor"], _CITY),
    **dict.fromkeys(["county", "borough"], _LOCAL),
    "district": (*_LOCAL, RegionKind.CITY),
    **dict.fromkeys(["kingdom", "republic", "sar"], _COUNTRY),
    **dict.fromkeys(["province", "provincial", "state", "states", "prefecture", "oblast"], _SUBDIVISION),
    **dict.fromkeys(["canton", "governorate", "governor", "voivodeship"], _SUBDIVISION),
    "region": (RegionKind.SUBDIVISION, RegionKind.SPECIAL_ZONE, RegionKind.CITY),
    "territory": (RegionKind.SUBDIVISION, RegionKind.COUNTRY),
    "zone": _ZONE,
}
# Of these, the words that are part of the name where they begin with a capital: "Jilin Province".
PARTS_OF_NAMES = ENGLISH_KINDS.keys() - {
    "municipal",
    "town",
    "mayor",
    "provincial",
    "states",
    "governor",
    "zone",
}
CHINESE_KINDS: dict[str, tuple[str, ...]] = {
    "省": _SUBDIVISION,
    "州": (RegionKind.SUBDIVISION, RegionKind.CITY),
    "市": _CITY,
    "县": _LOCAL,
    "区": _LOCAL,
}
