"""Markers before items: ``01``, ``1.``, ``(1)``, ``一、``, ``第一``, ``No. 1``, ``#1``, ``I.``, ``①``.

A line may begin with several at once, as ``I.`` is the first Roman numeral and the ninth letter: which of
them it is, its neighbours tell (:mod:`articles.importing.sequences`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.importing import numerals
from articles.importing.characters import folded
from articles.importing.dates.names import MONTH_START

BULLET = "bullet"
_LONGEST = 40  # characters that a marker and what tells it from prose take
MAX_NUMBER = 300

_SEPARATORS = r"[.):、:：/|·,，;–—-]"
_DECIMAL = re.compile(
    rf"(?P<open>[\[(【〔《<]?)\s?(?P<digits>\d{{1,3}})(?:\ufe0f?\u20e3)?"
    rf"(?P<after>(?:\s?(?:[\])】〕》>]|{_SEPARATORS}|\.º|º|°)(?:[.、:]|-(?=\s))?)?)(?P<space>\s*)(?=(?P<next>.?))"
)
_DOTTED = re.compile(r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})[.)、]?\s+(?=\S)")
_HAN = re.compile(
    rf"(?P<open>[(（\[【]?)\s?(?P<numeral>{numerals.HAN})\s?(?P<after>[)）\]】]|[、.．:：,，]|\s(?=\S))\s*"
)
_ORDINAL = re.compile(
    rf"第\s?(?P<numeral>{numerals.HAN}|\d{{1,3}})\s?(?P<unit>[条條章节節項项点點部个個]?分?)(?:\s*[、,.:)]|\s|$)\s*"
)
_ROMAN = re.compile(
    rf"(?P<open>\(?)(?P<numeral>{numerals.ROMAN})(?P<after>[.):、]|\s?[–—-](?=\s))\s*(?=\S|$)"
)
_LETTER = re.compile(r"(?P<open>\(?)(?P<letter>[A-Za-z])(?P<after>[.):、])\s*(?=\S|$)")
_WORDED = re.compile(
    r"(?P<word>no\.?|nr\.?|nº\.?|n°\.?|n\.º|№|num\.?|núm\.?|número|numéro|nummer|number|item|point|punkt|punto"
    r"|ponto|пункт|#|＃)\s?(?P<digits>\d{1,3})\s?[.):、：–—-]?(?P<space>\s*)(?=\D|$)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*+•·●○◦▪▫■□◆◇►▶▸‣⁃➤➢➔→✓✔★☆※–—»]\s*(?=\S)")
_NO_SPACE_NEEDED = re.compile(r"[^\W\d_]", re.UNICODE)
_UNIT = re.compile(r"\s*(?:%|[年月日号號時时个個亿億万萬元])")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the beginning of a text: its style, what it counts, and where the text behind it begins.

    ``style`` is equal for markers that may be of one sequence, such as ``1.`` and ``2.``.
    """

    style: str
    value: int
    end: int
    parent: int = 0


def markers_of(text: str) -> tuple[Marker, ...]:
    """Return the markers that a text may begin with, the likeliest first."""
    return _markers_of(text[:_LONGEST])


@lru_cache(maxsize=20_000)
def _markers_of(text: str) -> tuple[Marker, ...]:
    plain = folded(text)
    found = [marker for read in _READERS for marker in read(plain)]
    return tuple(marker for marker in found if 0 < marker.value <= MAX_NUMBER or marker.style == BULLET)


def _decimals(text: str) -> Iterator[Marker]:
    if text[:1] == "O" and text[1:2].isdigit():  # as scanners read a zero
        text = f"0{text[1:]}"
    match = _DECIMAL.match(text)
    if match is None or _DOTTED.match(text):
        return
    opened, after, following = match["open"], match["after"].strip(), match["next"]
    if after and following.isdigit() and not (match["space"] or after in ("、", ")")):
        return
    style = f"decimal {opened}{after}"
    if not after and not opened:
        if not _stands_alone(match):
            return
        style = "decimal"
    yield Marker(style, numerals.from_decimal(match["digits"]), match.end())


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a bare number may count items: nothing like ``5G``, ``8 April``, ``12 countries``, ``3 月``."""
    rest = match.string[match.end() :]
    if not rest:
        return True
    if _UNIT.match(rest) or MONTH_START.match(rest):
        return False
    if match["space"]:
        return rest[0].isupper() or not rest[0].isascii() or rest[0] in "\"'*[(“‘"
    return match["digits"].startswith("0") and _NO_SPACE_NEEDED.match(rest) is not None


def _dotted(text: str) -> Iterator[Marker]:
    if match := _DOTTED.match(text):
        yield Marker("dotted", int(match["second"]), match.end(), parent=int(match["first"]))


def _han(text: str) -> Iterator[Marker]:
    if (match := _HAN.match(text)) and (value := numerals.from_han(match["numeral"])):
        yield Marker(f"han {match['open']}{match['after'].strip()}", value, match.end())


def _ordinals(text: str) -> Iterator[Marker]:
    if match := _ORDINAL.match(text):
        numeral = match["numeral"]
        value = int(numeral) if numeral.isdigit() else numerals.from_han(numeral)
        if value:
            yield Marker(f"ordinal {match['unit']}", value, match.end())


def _romans(text: str) -> Iterator[Marker]:
    if (match := _ROMAN.match(text)) and (value := numerals.from_roman(match["numeral"])):
        case = "upper" if match["numeral"].isupper() else "lower"
        yield Marker(f"roman {case} {match['open']}{match['after'].strip()}", value, match.end())


def _letters(text: str) -> Iterator[Marker]:
    if match := _LETTER.match(text):
        case = "upper" if match["letter"].isupper() else "lower"
        value = numerals.from_letter(match["letter"])
        yield Marker(f"letter {case} {match['open']}{match['after']}", value, match.end())


def _worded(text: str) -> Iterator[Marker]:
    if match := _WORDED.match(text):
        yield Marker(f"worded {match['word'].lower().rstrip('.')}", int(match["digits"]), match.end())


def _signs(text: str) -> Iterator[Marker]:
    for style, values in numerals.SIGNS.items():
        if text[:1] in values:
            behind = len(text) - len(text[1:].lstrip(" .、:"))
            yield Marker(style, values[text[0]], behind)


def _bullets(text: str) -> Iterator[Marker]:
    if match := _BULLET.match(text):
        yield Marker(BULLET, 0, match.end())


_READERS = (_signs, _worded, _dotted, _decimals, _ordinals, _han, _romans, _letters, _bullets)
