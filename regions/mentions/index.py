"""The names of all regions, and what deciding between regions of one name needs to know of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from regions.choices import RegionKind
from regions.mentions.folding import key_of

_WORD = re.compile(r"[^\W_]+")
_UNUSUAL = frozenset("-.'’‘ʼʻ`´‐‑–—")


class Place(NamedTuple):
    """One region. ``population`` of a subdivision without a figure is that of the cities inside."""

    id: int
    parent_id: int | None
    name: str
    kind: str
    code: str | None
    path: str
    population: int


class NameIndex:
    """Regions by the folded form of their names (``folding.key_of``).

    ``longest`` tells of each first word of names in the Latin alphabet how many words may follow it;
    ``beginnings`` tells of the first two characters of Chinese names how long the longest of them is.
    """

    def __init__(
        self,
        places: Mapping[int, Place],
        names: Iterable[tuple[int, str, str]],
    ) -> None:
        self.places = _with_populations(places)
        self._ids: dict[str, int | tuple[int, ...]] = {}
        self._capitals: set[tuple[str, int]] = set()
        self.longest: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        for region_id, folded, name in names:
            key = folded if _UNUSUAL.isdisjoint(folded) else key_of(folded)
            self._add(key, region_id)
            if "'" in key:
                self._add(key.replace("'", ""), region_id)
            if len(key) <= 6 and name.isascii() and name.isupper():
                self._capitals.add((key, region_id))

    def places_named(self, key: str, *, in_capitals: bool = True) -> list[Place]:
        """Return the regions with this name; acronyms (US, ASEAN) only where they stand in capitals."""
        ids = self._ids.get(key, ())
        found = [ids] if isinstance(ids, int) else ids
        return [
            self.places[region_id]
            for region_id in found
            if region_id in self.places and (in_capitals or (key, region_id) not in self._capitals)
        ]

    def __contains__(self, key: str) -> bool:
        return key in self._ids

    def lineage(self, place: Place) -> Iterator[Place]:
        """Yield the regions around a place, the nearest first, without itself."""
        parent_id = place.parent_id
        while parent_id is not None:
            parent = self.places[parent_id]
            yield parent
            parent_id = parent.parent_id

    def _add(self, key: str, region_id: int) -> None:
        known = self._ids.get(key)
        if known is None:
            self._ids[key] = region_id
            self._note_shape(key)
        elif isinstance(known, int):
            if known != region_id:
                self._ids[key] = (known, region_id)
        elif region_id not in known:
            self._ids[key] = (*known, region_id)

    def _note_shape(self, key: str) -> None:
        if key[:1] >= "\u2e80":
            self.beginnings[key[:2]] = max(self.beginnings.get(key[:2], 0), len(key))
        elif not key.isalnum() and (words := _WORD.findall(key)):
            self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words) - 1)


def _with_populations(places: Mapping[int, Place]) -> dict[int, Place]:
    """Give subdivisions without a population the sum of what is inside."""
    inside: dict[int, int] = {}
    for place in places.values():
        if place.kind == RegionKind.CITY and place.parent_id is not None:
            inside[place.parent_id] = inside.get(place.parent_id, 0) + place.population
    return {
        key: place if place.population else place._replace(population=inside.get(key, 0))
        for key, place in places.items()
    }
