"""What the other regions of a document say of a name."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from regions.mentions.index import NameIndex, Place

_INSIDE_OF_MENTIONED = 3.0
_AROUND_MENTIONED = 3.0
_SAME_COUNTRY = 1.5
_SIBLING = 1.0
_MOST_SIBLINGS = 3
_SAID_BEFORE = 4.0
_LOOK_BACK = 20
_EVIDENCE_INSIDE = 2.0
_EVIDENCE_COUNTRY = 1.0


class Context:
    """The regions that a document is clearly about, each with the names that it is mentioned by.

    A name is judged by the other names alone: it is no evidence for itself.
    """

    def __init__(self, index: NameIndex, paths: Iterable[str]) -> None:
        self._index = index
        self._mentioned: dict[int, set[str]] = defaultdict(set)
        self._around: dict[int, set[str]] = defaultdict(set)
        self._countries: dict[str, set[str]] = defaultdict(set)
        self._siblings: dict[int, set[str]] = defaultdict(set)
        self._said: set[tuple[str, int]] = set()
        self._latest: list[tuple[int, Place]] = []
        for path in paths:
            place = index.place_at(path)
            if place:
                self.add(place, f"/{path}")

    def add(self, place: Place, key: str, number: int = -1) -> None:
        """Take in a region mentioned by a name, at the spot of that number; in the order of the text."""
        self._latest.append((number, place))
        if key in self._mentioned[place.id]:
            return
        self._mentioned[place.id].add(key)
        for ancestor in self._index.lineage(place):
            self._around[ancestor.id].add(key)
        self._countries[_country(place)].add(key)
        if place.parent_id is not None:
            self._siblings[place.parent_id].add(key)

    def note(self, place: Place, key: str) -> None:
        """Take in that the text itself says which region it calls so, as "Springfield, Ohio" does."""
        self._said.add((key, place.id))

    def nearest(self, number: int, places: Sequence[Place]) -> Place | None:
        """Return which of the places is inside the region that was mentioned last before a spot."""
        before = bisect_left(self._latest, number, key=itemgetter(0))
        for _, around in reversed(self._latest[max(0, before - _LOOK_BACK) : before]):
            for place in places:
                if place.path.startswith(f"{around.path}/"):
                    return place
        return None

    def score(self, place: Place, key: str) -> float:
        """Say how much the document speaks for one of the regions of a name."""
        own = {key}
        score = _INSIDE_OF_MENTIONED if self._is_inside(place, own) else 0.0
        score += _AROUND_MENTIONED if self._around.get(place.id, own) - own else 0.0
        score += _SAME_COUNTRY if self._countries.get(_country(place), own) - own else 0.0
        score += _SAID_BEFORE if (key, place.id) in self._said else 0.0
        if place.parent_id is not None:
            siblings = len(self._siblings.get(place.parent_id, own) - own)
            score += _SIBLING * min(siblings, _MOST_SIBLINGS)
        return score

    def evidence(self, place: Place, key: str) -> float:
        """Say how much the document speaks for a region's being meant at all."""
        own = {key}
        if self._is_inside(place, own) or self._around.get(place.id, own) - own:
            return _EVIDENCE_INSIDE
        return _EVIDENCE_COUNTRY if self._countries.get(_country(place), own) - own else 0.0

    def _is_inside(self, place: Place, own: set[str]) -> bool:
        mentioned = self._mentioned
        return any(
            mentioned[around.id] - own for around in self._index.lineage(place) if around.id in mentioned
        )


def _country(place: Place) -> str:
    return place.path.partition("/")[0]
