"""What names side by side say of one another: "Suzhou, Anhui", "Georgia, Alabama and Tennessee"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from regions.choices import RegionKind
from regions.mentions.folding import FoldedText
from regions.mentions.index import Place
from regions.mentions.spot import Spot

# Between a place and what it is inside of; between what is around a place, and it.
_WITHIN = re.compile(
    r"(?:,| in| \(|,? (?:the )?(?:\w+ )?(?:capital|city|town|port|part|seat) (?:of|in))?(?: the)? ?"
)
_AROUND = re.compile(r"(?:'s?)? ?|[^\w,.;!?、，。；]{1,4}|的")
_LIST = re.compile(r"(?:,|,? (?:and|or|und|et|y|e)|/|、|和|与|及|以及| &)(?: the)? ?| ")
_LONGEST_GAP = 40
_INSIDE = 9.0
_SIBLING = 2.5
_BOTH_STATES = 1.0
_LISTED = 1.5
_QUALIFIES = 2.0


class Neighbours:
    """Which spots stand beside one another, as place and what is around it, or in a list."""

    def __init__(self, folded: FoldedText, spots: Sequence[Spot]) -> None:
        self._spots = spots
        self._within: set[int] = set()
        self._led: set[int] = set()
        self._listed: set[int] = set()
        for number in range(len(spots) - 1):
            here, following = spots[number], spots[number + 1]
            gap = folded.text[here.end : following.start]
            if len(gap) <= _LONGEST_GAP and here.end <= following.start:
                if _WITHIN.fullmatch(gap):
                    self._within.add(number)
                if _AROUND.fullmatch(gap):
                    self._led.add(number)
                if _LIST.fullmatch(gap):
                    self._listed.add(number)

    def score(self, number: int, place: Place) -> float:
        """Say how much the neighbours speak for one of the regions of a name."""
        score = 0.0
        if any(_contains(around, place) for around in self._around(number)) or any(
            _contains(place, inside) for inside in self._inside(number)
        ):
            score += _INSIDE
        score += max((_kinship(place, other) for other in self._beside(number)), default=0.0)
        return score

    def evidence(self, number: int, place: Place) -> float:
        """Say how much the neighbours speak for its being a name of a region, the best of which is given."""
        if self.says_where(number, place):
            return _INSIDE
        if any(_contains(place, inside) for inside in self._inside(number)):
            return _QUALIFIES
        return _LISTED if any(_kinship(place, other) for other in self._beside(number)) else 0.0

    def says_where(self, number: int, place: Place) -> bool:
        """Tell whether the text says beside a name what its region is inside of."""
        return any(_contains(around, place) for around in self._around(number))

    def qualifiers(self, chosen: Mapping[int, Place]) -> Iterator[int]:
        """Yield the spots that only say where the one beside them is; ``chosen`` has the regions meant."""
        for number in sorted(self._within | self._led):
            here, following = chosen.get(number), chosen.get(number + 1)
            if here and following:
                if number in self._within and _contains(following, here):
                    yield number + 1
                elif number in self._led and self._is_joined(number) and _contains(here, following):
                    yield number

    def _is_joined(self, number: int) -> bool:
        """Tell whether a Chinese name is followed by another at once, or with one character between."""
        here, following = self._spots[number], self._spots[number + 1]
        return here.is_chinese and following.start - here.end <= 1

    def _around(self, number: int) -> Iterator[Place]:
        """Yield what the place at a spot may be said to be inside of."""
        if number in self._within:
            yield from self._spots[number + 1].places
        if number - 1 in self._led:
            yield from self._spots[number - 1].places

    def _inside(self, number: int) -> Iterator[Place]:
        """Yield what may be said to be inside of the place at a spot."""
        if number - 1 in self._within:
            yield from self._spots[number - 1].places
        if number in self._led:
            yield from self._spots[number + 1].places

    def _beside(self, number: int) -> Iterator[Place]:
        if number in self._listed:
            yield from self._spots[number + 1].places
        if number - 1 in self._listed:
            yield from self._spots[number - 1].places


def _contains(around: Place, place: Place) -> bool:
    return place.path.startswith(f"{around.path}/")


def _kinship(place: Place, other: Place) -> float:
    """Say how much two regions in one list are alike."""
    if place.kind != other.kind or place.id == other.id:
        return 0.0
    if place.parent_id is not None and place.parent_id == other.parent_id:
        return _SIBLING
    return _BOTH_STATES if place.kind == RegionKind.COUNTRY else 0.5
