"""Which of the regions of one name is meant, and whether a region is meant at all."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regions.choices import RegionKind
from regions.mentions.context import Context
from regions.mentions.folding import FoldedText, key_of
from regions.mentions.index import NameIndex, Place
from regions.mentions.neighbours import Neighbours
from regions.mentions.spot import Spot
from regions.text import fold

_LEVELS: dict[str, float] = {
    RegionKind.CONTINENT: 6,
    RegionKind.BLOC: 6,
    RegionKind.COUNTRY: 5.5,
    RegionKind.SUBDIVISION: 2,
}
# How much each sign weighs.
_POPULATION = 1.5
_UNKNOWN_POPULATION = 100_000
_OWN_NAME = 3.0
_USUAL = 6.0
_KIND = 4.0
_SECOND_KIND = 3.0
_CLEAR = 1.8
_NEAREST = 2.0
_LEAST_CONFIDENCE = 0.25
_SURE = 6.0
# What is meant by a name where neither level nor population says so: the capital, not the state.
_USUALLY_MEANT = {"washington": "US-DC"}


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
    """Return the choices that are surer than not.

    First each name is judged with its neighbours alone; then what is clear of these helps with the rest.
    """
    neighbours = Neighbours(folded, spots)
    scores = [_first_scores(spot, number, neighbours) for number, spot in enumerate(spots)]
    around = Context(index, context)
    for number, spot in enumerate(spots):
        best, margin = _best(spot, scores[number])
        if margin >= _CLEAR and _is_place(spot, best) > 0:
            around.add(best, spot.key, number)
        if neighbours.says_where(number, best):
            around.note(best, spot.key)
    chosen: dict[int, Choice] = {}
    for number, spot in enumerate(spots):
        score = _with_context(spot, number, scores[number], around)
        best, _ = _best(spot, score)
        odds = _is_place(spot, best)
        if odds < _SURE:
            odds += neighbours.evidence(number, best) + around.evidence(best, spot.key)
        confidence = _sigmoid(odds) * _share(spot, score, best)
        if odds > 0 and confidence >= _LEAST_CONFIDENCE:
            chosen[number] = Choice(spot, best, confidence)
    for number in neighbours.qualifiers({number: choice.place for number, choice in chosen.items()}):
        chosen[number].is_qualifier = True
    return list(chosen.values())


def _first_scores(spot: Spot, number: int, neighbours: Neighbours) -> dict[int, float]:
    """Return what level, population and neighbours say of each region; an only one needs no score."""
    if len(spot.places) == 1:
        return {spot.places[0].id: 0.0}
    return {place.id: _score(spot, place) + neighbours.score(number, place) for place in spot.places}


def _with_context(spot: Spot, number: int, scores: dict[int, float], around: Context) -> dict[int, float]:
    """Return the scores with what the rest of the document says."""
    if len(spot.places) == 1:
        return scores
    scores = {place.id: scores[place.id] + around.score(place, spot.key) for place in spot.places}
    nearest = around.nearest(number, spot.places)
    if nearest:
        scores[nearest.id] += _NEAREST
    return scores


def _score(spot: Spot, place: Place) -> float:
    """Say how likely a name means this region where nothing around it is known."""
    score = _LEVELS.get(place.kind, 0.0) + _POPULATION * math.log10(place.population or _UNKNOWN_POPULATION)
    score += _OWN_NAME if _own_key(place.name) == spot.key else 0
    is_usual = not spot.kinds and place.code and _USUALLY_MEANT.get(spot.key) == place.code
    score += _USUAL if is_usual else 0
    return score + _of_kind(spot, place)


def _of_kind(spot: Spot, place: Place) -> float:
    """Weigh the word of kind: "Jilin City" is not the province, but Beijing is its only Beijing."""
    if not spot.kinds:
        return 0
    if place.kind == spot.kinds[0]:
        return _KIND
    is_other = any(other.kind == spot.kinds[0] and _is_inside(other, place) for other in spot.places)
    return _SECOND_KIND if place.kind in spot.kinds and not is_other else -_KIND


def _is_place(spot: Spot, place: Place) -> float:
    """Return the log odds that a name is that of a region here, before neighbours are asked."""
    level = _LEVELS.get(place.kind, 0.0)
    known = 4.0 if level > 2 else 3.0 if level else math.log10(max(place.population, 1_000)) * 0.6 - 1.2
    return known + spot.evidence


def _best(spot: Spot, score: dict[int, float]) -> tuple[Place, float]:
    """Return the likeliest region, and how far it is before the next one."""
    if len(spot.places) == 1:
        return spot.places[0], math.inf
    ranked = sorted(spot.places, key=lambda place: (-score[place.id], place.path))
    return ranked[0], score[ranked[0].id] - score[ranked[1].id]


def _share(spot: Spot, score: dict[int, float], best: Place) -> float:
    """Return how likely the best is among those of the name; one inside another is no other place."""
    others = [place for place in spot.places if not (_is_inside(place, best) or _is_inside(best, place))]
    return 1 / (1 + sum(math.exp(score[place.id] - score[best.id]) for place in others if place is not best))


def _is_inside(place: Place, around: Place) -> bool:
    return place.path.startswith(f"{around.path}/")


def _sigmoid(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


@lru_cache(maxsize=50_000)
def _own_key(name: str) -> str:
    return key_of(fold(name))
