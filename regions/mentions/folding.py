"""Text in the form in which names are compared, with the way back to the offsets of the original."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from regions.text import fold
from regions.words import simplified_characters

# Printable ASCII in one go, white space and ideographs too, anything else character by character.
_RUN = re.compile(r"[!-~]+|\s+|[\u4e00-\u9fff]+|[^\s!-~\u4e00-\u9fff]")
_BLANK_LINE = re.compile(r"[\n\r\u2028\u2029].*[\n\r\u2028\u2029]|\u2029", re.DOTALL)
# The point of an abbreviation: behind one or two letters (U.S., D.C., St.).
_POINT = re.compile(r"(?<![^\W_])([^\W\d_]{1,2})\.")
_FIRST_CHINESE = "\u2e80"
_APOSTROPHES = "’‘ʼʻ`´＇"
_DASHES = "-‐‑‒–—−－"
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_AS_KEY = str.maketrans(_LETTERS | dict.fromkeys(_DASHES, " ") | dict.fromkeys(_APOSTROPHES, "'"))


class FoldedText(NamedTuple):
    """A text without case, accents, the points of abbreviations and traditional characters.

    Hyphens and runs of white space are spaces. A blank line is a line feed, so that no name reaches across.
    ``starts`` has the offset in ``original`` of each character of ``text``.
    """

    original: str
    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original the characters from ``start`` to ``end`` stand."""
        first = self.starts[start]
        last = self.starts[end - 1] + 1
        following = self.starts[end] if end < len(self.starts) else len(self.original)
        dropped = self.original[last:following]
        while last < following and unicodedata.combining(self.original[last]):
            last += 1
        if dropped.startswith(".") and "." in self.original[first:last]:
            last += 1
        return first, last


def key_of(name: str) -> str:
    """Return the form of a folded name (``RegionName.folded``) in which folded texts hold it."""
    key = name.translate(_AS_KEY)
    if "." in key:
        key = _POINT.sub(r"\1", key)
    key = " ".join(key.split())
    return key.translate(simplified_characters()) if key >= _FIRST_CHINESE else key


def fold_text(original: str) -> FoldedText:
    """Fold a text; takes time in proportion to its length."""
    pieces: list[str] = []
    starts: list[int] = []
    for run in _RUN.finditer(original):
        start, end = run.span()
        piece = run.group()
        if piece.isspace():
            pieces.append("\n" if _BLANK_LINE.search(piece) else " ")
            starts.append(start)
        elif piece.isascii():
            pieces.append(piece.lower().translate(_AS_KEY))
            starts.extend(range(start, end))
        elif end - start > 1:
            pieces.append(piece.translate(simplified_characters()))
            starts.extend(range(start, end))
        else:
            folded = _fold_character(piece)
            pieces.append(folded)
            starts.extend([start] * len(folded))
    return _without_points(FoldedText(original, "".join(pieces), starts))


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    """Fold one character; combining and invisible ones have nothing left."""
    if character in _APOSTROPHES:
        return "'"
    if character in _DASHES:
        return " "
    if unicodedata.category(character) == "Cf":
        return ""
    return fold(character).translate(_AS_KEY).translate(simplified_characters())


def _without_points(folded: FoldedText) -> FoldedText:
    """Drop the points of abbreviations."""
    points = [match.end() - 1 for match in _POINT.finditer(folded.text)]
    if not points:
        return folded
    bounds = list(zip([0, *(point + 1 for point in points)], [*points, len(folded.text)], strict=True))
    text = "".join(folded.text[start:end] for start, end in bounds)
    starts = [offset for start, end in bounds for offset in folded.starts[start:end]]
    return FoldedText(folded.original, text, starts)
