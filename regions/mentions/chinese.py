"""Names in Chinese, where nothing stands between words: the longest name that begins at a character."""

import re
from collections.abc import Iterator

from regions.choices import RegionKind
from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex, Place
from regions.mentions.kinds import CHINESE_KINDS
from regions.mentions.spot import Spot
from regions.words import chinese_wholes, chinese_words

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}")
_ROADS = "路街"
_ENDING = re.compile(r"(?<=..)(?:地区|大区|[省州市县区])$")
# How much each sign weighs, in log odds.
_KIND = 3.0
_ALONE = 2.0
_COMMON_WORD = -4.0
_COMMON_WORD_AND_CITY = -1.5
_ORDINARY_WORDS = -6.0
_ACROSS_WORDS = -6.0
_SHORT_AND_SMALL = -4.0
_KNOWN_CITY = 300_000
_GREAT_CITY = 1_000_000


def chinese_spots(folded: FoldedText, index: NameIndex) -> Iterator[Spot]:
    """Yield where names of regions stand, from left to right, none within another."""
    for run in _CHINESE.finditer(folded.text):
        position = run.start()
        while position < run.end() - 1:
            end = _end_of_name(folded.text, position, index)
            whole = _end_of_whole(folded.text, position)
            if end and end >= whole:
                yield _spot(folded, position, end, index)
            position = max(end, whole) or position + 1


def _end_of_name(text: str, start: int, index: NameIndex) -> int:
    """Return where the longest name ends that begins here, 0 where there is none."""
    longest = index.beginnings.get(text[start : start + 2], 0)
    for end in range(min(start + longest, len(text)), start + 1, -1):
        if text[start:end] in index:
            return end
    return 0


def _end_of_whole(text: str, start: int) -> int:
    """Return where a longer word ends that begins here, 0 where none does."""
    for word in chinese_wholes().get(text[start : start + 2], ()):
        if text.startswith(word, start):
            return start + len(word)
    return 0


def _spot(folded: FoldedText, start: int, end: int, index: NameIndex) -> Spot:
    text = folded.text
    key = text[start:end]
    spot = Spot(start, end, key, index.places_named(key), is_chinese=True)
    kinds = CHINESE_KINDS.get(text[end : end + 1], ())
    if any(place.kind in kinds and (end - start > 2 or _is_in_china(place)) for place in spot.places):
        spot.kinds = kinds
        spot.end = end + 1
    before, after = text[max(0, start - 1) : start], text[spot.end : spot.end + 1]
    spot.evidence = _of_name(spot, before, after)
    return spot


def _of_name(spot: Spot, before: str, after: str) -> float:
    """Weigh what is short, common, and without a word of kind: it may be a part of something else."""
    key = spot.key
    if _ENDING.sub("", key) in chinese_words() and not any(_is_in_china(place) for place in spot.places):
        return _ORDINARY_WORDS
    if spot.kinds or (len(key) > 2 and key[-1] in CHINESE_KINDS):
        return _KIND
    if after and after in _ROADS:
        return _ACROSS_WORDS
    stands_alone = not before.isalnum() and not after.isalnum()
    evidence = _ALONE if stands_alone else 0.0
    if key in chinese_words() and not any(_is_state(place) for place in spot.places):
        great = any(_is_great_city(place) for place in spot.places)
        evidence += _COMMON_WORD_AND_CITY if great else _COMMON_WORD
    if before + key[0] in chinese_words() and key[-1] + after in chinese_words():
        evidence += _ACROSS_WORDS
    if len(key) == 2 and not any(_is_known(place) for place in spot.places):
        evidence += _SHORT_AND_SMALL
    return evidence


def _is_in_china(place: Place) -> bool:
    return place.path.startswith("china/")


def _is_great_city(place: Place) -> bool:
    return place.kind == RegionKind.CITY and place.population >= _GREAT_CITY


def _is_state(place: Place) -> bool:
    return place.kind in (RegionKind.COUNTRY, RegionKind.BLOC, RegionKind.CONTINENT)


def _is_known(place: Place) -> bool:
    """Tell whether texts name the region without saying where it is."""
    if place.kind == RegionKind.SUBDIVISION:
        return _is_in_china(place) or place.population >= _GREAT_CITY
    return _is_state(place) or place.population >= _KNOWN_CITY
