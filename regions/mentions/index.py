"""The names of all regions, and what deciding between regions of one name needs to know of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from regions.mentions.folding import key_of

_WORD = re.compile(r"[^\W_]+")
_FIRST_CHINESE = "\u2e80"


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
    """Regions by their names, which come folded (``RegionName.folded``), as do those that are acronyms.

    ``longest`` tells of each first word of names in the Latin alphabet how many words may follow it;
    ``beginnings`` tells of the first two characters of Chinese names how long the longest of them is.
    """

    def __init__(
        self,
        places: Mapping[int, Place],
        names: Iterable[tuple[int, str]],
        acronyms: Iterable[tuple[int, str]] = (),
    ) -> None:
        self.places = _with_populations(places)
        self._ids: dict[str, int | tuple[int, ...]] = {}
        self._by_path: dict[str, Place] = {}
        self.longest: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        for region_id, folded in names:
            is_word = folded.isalnum() and folded.isascii()  # as most names are
            key = folded if is_word else key_of(folded)
            if is_word and key not in self._ids:
                self._ids[key] = region_id
                continue
            self._add(key, region_id)
            if "'" in key:
                self._add(key.replace("'", ""), region_id)
            for long, short in (("saint ", "st "), ("st ", "saint ")):
                if key.startswith(long):
                    self._add(short + key[len(long) :], region_id)
        self._acronyms = {(key_of(folded), region_id) for region_id, folded in acronyms}
        self._acronym_keys = {key for key, _ in self._acronyms}

    def places_named(self, key: str, *, in_capitals: bool = True) -> list[Place]:
        """Return the regions with this name; acronyms (US, ASEAN) only where they stand in capitals."""
        ids = self._ids.get(key, ())
        found = [ids] if isinstance(ids, int) else ids
        return [
            self.places[region_id]
            for region_id in found
            if region_id in self.places and (in_capitals or (key, region_id) not in self._acronyms)
        ]

    def is_acronym(self, key: str) -> bool:
        """Tell whether a region's name is written in capitals."""
        return key in self._acronym_keys

    def place_at(self, path: str) -> Place | None:
        """Return the region at a path."""
        if not self._by_path:
            self._by_path = {place.path: place for place in self.places.values()}
        return self._by_path.get(path)

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
        if key >= _FIRST_CHINESE:
            self.beginnings[key[:2]] = max(self.beginnings.get(key[:2], 0), len(key))
        elif words := _WORD.findall(key):
            self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words) - 1)


def _with_populations(places: Mapping[int, Place]) -> dict[int, Place]:
    """Give subdivisions without a population the sum of the cities directly inside."""
    inside: dict[int, int] = {}
    for place in places.values():
        if place.population and place.parent_id is not None:
            inside[place.parent_id] = inside.get(place.parent_id, 0) + place.population
    known = dict(places)
    for key, population in inside.items():
        if key in known and not known[key].population:
            known[key] = known[key]._replace(population=population)
    return known
