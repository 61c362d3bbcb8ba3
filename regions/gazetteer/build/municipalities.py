"""Cities that are provinces (Beijing, Berlin, Ljubljana): one node, the subdivision's."""

import re

from regions.gazetteer.build.curated import table
from regions.gazetteer.build.place import Place, Places
from regions.text import fold

# ISO 3166-2's words for a subdivision that is a city.
_CITY_TYPES = re.compile(
    r"municipality|\bcity\b|capital|federal district|borough|\btown\b|commune|urban", re.IGNORECASE
)
_NOT_CITY_TYPES = {"district municipality", "london borough", "city corporation"}
# Subdivisions that are cities, though ISO calls them Land, state, prefecture or province: the city states of
# Germany and Austria, Tokyo, Brussels, Oslo, and those of other countries that are governed as one with
# their city; Turkey's provinces are its metropolitan municipalities (Law 6360 of 2012).
_CITY_CODES = {row["code"] for row in table("city_states")}
_UNIFIED_TYPES = {"metropolitan district", "unitary authority", "council area"}


def join_municipalities(places: Places) -> int:
    """Make one node of each subdivision that is a city and the city of that name in it; return how many."""
    children = places.children()
    joined = 0
    for place in places:
        if place.kind != "subdivision" or not is_city(place):
            continue
        wanted = {_plain(name) for name in place.folded_names()}
        same = [city for city in children.get(place.source_id, []) if _same_city(city, wanted)]
        if same:
            places.merge(place, max(same, key=lambda city: (city.population or 0, city.source_id)))
            joined += 1
    return joined


def is_city(place: Place) -> bool:
    """Tell whether a subdivision is governed as a city."""
    kind = place.type_name.lower()
    if place.code in _CITY_CODES or kind in _UNIFIED_TYPES:
        return True
    return kind not in _NOT_CITY_TYPES and bool(_CITY_TYPES.search(kind))


def _same_city(city: Place, wanted: set[str]) -> bool:
    return city.kind == "city" and _plain(fold(city.name)) in wanted


def _plain(folded: str) -> str:
    """Return a folded name without the words that only say that it is a city."""
    return re.sub(r"^(city of )|( city| county)$", "", folded)


def move_london_boroughs(places: Places) -> None:
    """Hang the boroughs of London, which ISO 3166-2 lists under England, on London."""
    london = places["geonames:2643743"]
    london.parent = "iso:GB-ENG"
    for place in places:
        if place.type_name in ("London borough", "City corporation"):
            place.parent, place.kind = london.source_id, "district"
