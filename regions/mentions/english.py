"""What the words around a name in English say: whether it is a region's name here, and of which kind."""

import re

from regions.choices import RegionKind
from regions.mentions.index import NameIndex
from regions.mentions.kinds import ENGLISH_KINDS, PARTS_OF_NAMES
from regions.mentions.latin import Words
from regions.mentions.spot import Spot
from regions.words import english_words, given_names, surnames

# How much each sign weighs, in log odds.
_IN = 3.0
_PREPOSITION = 1.2
_KIND = 4.0
_ALONE = 1.5
_ANOTHER_THING = -8.0
_PERSON = -5.0
_PERSONAL_NAME = -0.5
_EVERYDAY_WORD = -4.5
_EVERYDAY_WORDS = -4.0
_SUBDIVISION_AND_WORDS = -2.0
_ACRONYM = -5.0
_STATE_AND_WORD = -1.0
_LONGER_NAME = -2.0
_MONTH = -3.0
_NO_CASE = -1.0


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PREPOSITIONS = _set(
    """across at between for from into near of outside over throughout through to toward towards via within"""
)
_MONTHS = _set("""january february march april may june july august september october november december""")
_TITLES = _set(
    """dr judge justice king lady lord miss mr mrs ms pope president prince princess prof professor queen sen
    senator sir"""
)
# Behind the name of a place: the name is that of a river, a road, a treaty, a newspaper, a company, a club.
_OTHER_THINGS = _set(
    """accord accords agreement agreements airlines airways avenue bay bridge canal consensus convention
    conventions corp daily declaration delta falls fc gulf herald holdings inc journal lake ltd llc mountain
    mountains motors ocean plc post protocol protocols river road sea strait street summit times treaty
    tribune united"""
)
_WATERS = _set("""bay gulf lake mount ocean river sea strait""")
_SENTENCE_END = re.compile(r"[.!?:;\n•·|]\W*$")
_LINE_START = re.compile(r"(?:^|[\n\r])\W*\d{0,3}\W*$")
_LINE_END = re.compile(r"^[^\w\n\r]{0,3}(?:[\n\r:：]|$)")
_MARKER_LENGTH = 12
_LONGEST_ACRONYM = 4
_GREAT_CITY = 500_000
_STATES = frozenset([RegionKind.COUNTRY, RegionKind.BLOC, RegionKind.CONTINENT])


def weigh(spot: Spot, words: Words, first: int, last: int, index: NameIndex) -> None:
    """Note on a spot, which spans the words ``first`` to ``last``, what stands around it."""
    spot.evidence += _of_words_before(words, first)
    spot.evidence += _of_person(spot, words, first, last, index)
    spot.evidence += _of_everyday_words(spot, words, first, last)
    if spot.key in ENGLISH_KINDS and words.is_capitalised(last + 1):
        spot.evidence += _ANOTHER_THING
    if words.behind(last) in _OTHER_THINGS and words.is_capitalised(last + 1):
        spot.evidence += _ANOTHER_THING
    if _stands_alone(spot, words):
        spot.evidence += _ALONE
    elif _looks_like_acronym(spot, words, first, last):
        spot.evidence += _ACRONYM
    _weigh_kind(spot, words, first, last)


def _of_words_before(words: Words, first: int) -> float:
    before = words.before(first)
    if before in ("new", "latin") or (before in _WATERS and words.is_capitalised(first - 1)):
        return _ANOTHER_THING
    if before == "of" and words.text(first - 2) in _WATERS and words.is_capitalised(first - 2):
        return _ANOTHER_THING
    if before == "the":
        before = words.before(first - 1)
    if before == "in":
        return _IN
    return _PREPOSITION if before in _PREPOSITIONS else 0


def _of_person(spot: Spot, words: Words, first: int, last: int, index: NameIndex) -> float:
    """Weigh titles and names of people beside the name, and that it may be one itself."""
    before = words.before(first)
    if before in _TITLES:
        return _PERSON
    if before in given_names() and words.is_capitalised(first - 1) and not _names_state(before, index):
        return _PERSON
    if spot.key not in given_names():
        return 0
    is_person = words.behind(last) in surnames() and words.is_capitalised(last + 1)
    return _PERSON if is_person else _PERSONAL_NAME


def _names_state(name: str, index: NameIndex) -> bool:
    return any(place.kind in _STATES for place in index.places_named(name))


def _of_everyday_words(spot: Spot, words: Words, first: int, last: int) -> float:
    """Weigh that each word of the name is also an everyday word, and whether its capital tells anything."""
    tokens = [words.text(position) for position in range(first, last + 1)]
    if not all(token in english_words() or token in _MONTHS for token in tokens):
        return 0
    is_state = any(place.kind in _STATES for place in spot.places)
    if last > first:
        if is_state or any(place.population >= _GREAT_CITY for place in spot.places):
            return 0
        is_subdivision = any(place.kind == RegionKind.SUBDIVISION for place in spot.places)
        return _SUBDIVISION_AND_WORDS if is_subdivision else _EVERYDAY_WORDS
    if is_state:
        return _STATE_AND_WORD
    weight = _EVERYDAY_WORD
    if spot.key in _MONTHS:
        weight += _MONTH
    begins = first == 0 or _SENTENCE_END.search(words.gap(first - 1))
    for neighbour, word in ((first - 1, words.before(first)), (last + 1, words.behind(last))):
        if word and words.is_capitalised(neighbour):
            weight += _LONGER_NAME
    return weight + (_NO_CASE if begins else 0)


def _stands_alone(spot: Spot, words: Words) -> bool:
    """Tell whether nothing else stands on the line, or before a colon, but a number."""
    original = words.folded.original
    start, end = words.folded.span(spot.start, spot.end)
    window = original[max(0, start - _MARKER_LENGTH) : start]
    if start > _MARKER_LENGTH:
        window = window[1:] if window[0].isalnum() else window
        window = f"_{window}"  # no start of a line
    return bool(_LINE_START.search(window) and _LINE_END.search(original[end : end + 5]))


def _looks_like_acronym(spot: Spot, words: Words, first: int, last: int) -> bool:
    """Tell whether a short name that is no acronym stands in capitals among words that don't."""
    if last > first or len(spot.key) > _LONGEST_ACRONYM or spot.is_acronym or not words.is_upper(first):
        return False
    return not (words.is_upper(first - 1) or words.is_upper(last + 1))


def _weigh_kind(spot: Spot, words: Words, first: int, last: int) -> None:
    """Take a word of kind beside the name into account, and into the name where it is part of it."""
    after, before = words.behind(last), words.before(first)
    if after in ENGLISH_KINDS:
        fits = any(place.kind in ENGLISH_KINDS[after] for place in spot.places)
        is_part = after in PARTS_OF_NAMES and words.is_capitalised(last + 1)
        if fits:
            spot.kinds = ENGLISH_KINDS[after]
            spot.end = words.spans[last + 1][1] if is_part else spot.end
        elif is_part:
            spot.evidence += _ANOTHER_THING
    elif before == "of" and words.text(first - 2) in ENGLISH_KINDS:
        kinds = ENGLISH_KINDS[words.text(first - 2)]
        if any(place.kind in kinds for place in spot.places):
            spot.kinds = kinds
            if words.text(first - 2) in PARTS_OF_NAMES and words.is_capitalised(first - 2):
                spot.start = words.spans[first - 2][0]
    spot.evidence += _KIND if spot.kinds else 0
