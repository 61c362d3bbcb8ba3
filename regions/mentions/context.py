"""What the other regions of a document say of a name."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter

from regions.mentions.index import NameIndex, Place

_INSIDE_OF_MENTIONED = 3.0
_AROUND_MENTIONED = 3.0
_SAME_COUNTRY = 1.0
_SIBLING = 1.0
_MOST_SIBLINGS = 3
_LOOK_BACK = 20
_EVIDENCE_INSIDE = 2.0
_EVIDENCE_COUNTRY = 1.0


class Context:
    """The regions that a document is clearly about."""

    def __init__(self, index: NameIndex, paths: Iterable[str]) -> None:
        self._index = index
        self._mentioned: set[int] = set()
        self._around: set[int] = set()
        self._countries: set[str] = set()
        self._siblings: Counter[int] = Counter()
        self._latest: list[tuple[int, Place]] = []
        for path in paths:
            place = index.place_at(path)
            if place:
                self.add(place)

    def add(self, place: Place, number: int = -1) -> None:
        """Take in a region that is mentioned, by the spot of that number; in the order of the text."""
        self._latest.append((number, place))
        if place.id in self._mentioned:
            return
        self._mentioned.add(place.id)
        self._around.update(ancestor.id for ancestor in self._index.lineage(place))
        self._countries.add(_country(place))
        if place.parent_id is not None:
            self._siblings[place.parent_id] += 1

    def nearest(self, number: int, places: Sequence[Place]) -> Place | None:
        """Return which of the places is inside the region that was mentioned last before a spot."""
        before = bisect_left(self._latest, number, key=itemgetter(0))
        for _, around in reversed(self._latest[max(0, before - _LOOK_BACK) : before]):
            for place in places:
                if place.path.startswith(f"{around.path}/"):
                    return place
        return None

    def score(self, place: Place) -> float:
        """Say how much the document speaks for one of the regions of a name."""
        score = _INSIDE_OF_MENTIONED if self._is_inside(place) else 0.0
        score += _AROUND_MENTIONED if place.id in self._around else 0.0
        score += _SAME_COUNTRY if _country(place) in self._countries else 0.0
        if place.parent_id is not None:
            score += _SIBLING * min(self._siblings[place.parent_id], _MOST_SIBLINGS)
        return score

    def evidence(self, place: Place) -> float:
        """Say how much the document speaks for a region's being meant at all."""
        if self._is_inside(place) or place.id in self._around:
            return _EVIDENCE_INSIDE
        return _EVIDENCE_COUNTRY if _country(place) in self._countries - {place.path} else 0.0

    def _is_inside(self, place: Place) -> bool:
        return any(ancestor.id in self._mentioned for ancestor in self._index.lineage(place))


def _country(place: Place) -> str:
    return place.path.partition("/")[0]
