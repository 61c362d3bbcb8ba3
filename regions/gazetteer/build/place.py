"""A region while the gazetteer is built, and the collection that all steps work on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from regions.gazetteer.records import Name
from regions.text import fold

# Country → subdivision → city → district: what RegionQuerySet.with_parents() fetches.
MAX_DEPTH = 3


def tidy(name: str) -> str:
    """Return a source's name with plain apostrophes and dashes, without foot-note marks."""
    for old, new in (("’", "'"), ("‘", "'"), ("–", "-"), ("²", ""), ("ʻ", "'"), ("ʼ", "'")):
        name = name.replace(old, new)
    return " ".join(name.split())


@dataclass(eq=False)
class Place:
    """A region in the making; ``parent`` is a source id, ``type_name`` ISO 3166-2's word for it,
    ``group`` GeoNames' code for the province of a city."""

    source_id: str
    name: str
    kind: str
    parent: str | None = None
    code: str | None = None
    population: int | None = None
    territory_of: str | None = None
    type_name: str = ""
    group: str = ""
    slug: str = ""
    names: set[Name] = field(default_factory=set)

    def add_name(self, language: str, kind: str, name: str | None) -> None:
        """Add a name, unless it is empty."""
        if name and (tidied := tidy(name)):
            self.names.add(Name(language, kind, tidied[:200]))

    def folded_names(self) -> set[str]:
        """Return all names but codes as they are compared."""
        return {fold(self.name)} | {fold(name.name) for name in self.names if name.kind != "code"}


class Places:
    """All regions by source id, in the order in which they were added."""

    def __init__(self) -> None:
        self._by_id: dict[str, Place] = {}

    def __iter__(self) -> Iterator[Place]:
        return iter(list(self._by_id.values()))

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, source_id: str) -> bool:
        return source_id in self._by_id

    def __getitem__(self, source_id: str) -> Place:
        return self._by_id[source_id]

    def get(self, source_id: str | None) -> Place | None:
        """Return the place of a source id, or None."""
        return self._by_id.get(source_id) if source_id else None

    def add(self, place: Place) -> Place:
        """Add a place; each source id stands once."""
        if place.source_id in self._by_id:
            raise ValueError(f"{place.source_id} twice")
        self._by_id[place.source_id] = place
        return place

    def drop(self, place: Place) -> None:
        """Take a place without children away."""
        del self._by_id[place.source_id]

    def parent_of(self, place: Place) -> Place | None:
        """Return the place that a place hangs on."""
        return self.get(place.parent)

    def ancestors(self, place: Place) -> list[Place]:
        """Return the places around a place, the nearest first."""
        found: list[Place] = []
        while parent := self.parent_of(place):
            if parent in found:
                raise ValueError(f"{parent.source_id} is inside itself")
            found.append(parent)
            place = parent
        return found

    def depth(self, place: Place) -> int:
        """Return how many places are around a place."""
        return len(self.ancestors(place))

    def children(self) -> dict[str | None, list[Place]]:
        """Return all places grouped by the source id of their parent."""
        grouped: dict[str | None, list[Place]] = {}
        for place in self:
            grouped.setdefault(place.parent, []).append(place)
        return grouped

    def host(self, place: Place) -> Place:
        """Return the deepest of a place and its ancestors that may still have children."""
        while self.depth(place) >= MAX_DEPTH and (parent := self.parent_of(place)):
            place = parent
        return place

    def flatten(self) -> None:
        """Hang what lies deeper than it may on the deepest region around it that may have children."""
        for place in sorted(self, key=self.depth):
            if self.depth(place) > MAX_DEPTH and (parent := self.parent_of(place)):
                place.parent = self.host(parent).source_id

    def merge(self, kept: Place, dropped: Place) -> None:
        """Make one place of two: the kept one takes the other's names, population and children."""
        kept.add_name("en", "alias", dropped.name)
        kept.names |= dropped.names
        kept.population = kept.population or dropped.population
        del self._by_id[dropped.source_id]
        for place in self._by_id.values():
            if place.parent == dropped.source_id:
                place.parent = kept.source_id
