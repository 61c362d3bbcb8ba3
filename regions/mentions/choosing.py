"""Which of the regions of one name is meant."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regions.choices import RegionKind
from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex, Place
from regions.mentions.spot import Spot

_LEVELS: dict[str, float] = {
    RegionKind.CONTINENT: 6,
    RegionKind.BLOC: 6,
    RegionKind.COUNTRY: 5,
    RegionKind.SUBDIVISION: 2,
}


@dataclass(slots=True)
class Choice:
    """The region that a spot names, and how sure that is."""

    spot: Spot
    place: Place
    confidence: float
    is_qualifier: bool = False


def choose(
    folded: FoldedText, spots: Sequence[Spot], index: NameIndex, context: Iterable[str]
) -> list[Choice]:
    """Return the choices that are surer than not."""
    return [Choice(spot, max(spot.places, key=importance), 0.9) for spot in spots]


def importance(place: Place) -> float:
    """Return how likely a name means this region where nothing else is known: by level and population."""
    return _LEVELS.get(place.kind, 0) + math.log10(max(place.population, 1_000)) / 2
