"""Lines into which several items were merged: parted where the next number stands behind a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.importing.characters import folded, readable
from articles.importing.lines import Line, Source, raw_offsets
from articles.importing.markers import BULLET, Marker, markers_of
from articles.importing.places import Atlas

_LONG = 60
_CANDIDATE = re.compile(
    r"(?<=[.!?。！？;；:：%\"”'’)）])\s*(?=(?:[(（【]?\d{1,2}[.)）】、:：]|0\d\s|[①-⑳]|"
    r"[一二三四五六七八九十]{1,3}、|No\. ?\d)\s?[^\d\s])"
)
_NEAR = 30  # characters behind a number in which a place must stand
_FEWEST = 2  # numbers in a row that need no place behind them


def unmerged(source: Source, lines: Sequence[Line], atlas: Atlas) -> tuple[Line, ...]:
    """Return the lines, those parted that hold the beginnings of several items."""
    beginnings = {(marker.style, marker.value) for line in lines for marker in markers_of(line.text)[:1]}
    last: dict[str, int] = {}
    found: list[Line] = []
    for line in lines:
        for marker in markers_of(line.text):
            last[marker.style] = marker.value
        cuts = list(_cuts(line, last, beginnings, atlas)) if len(line.text) > _LONG else []
        found.extend(_parted(source, line, cuts) if cuts else [line])
    return tuple(found)


def _cuts(line: Line, last: dict[str, int], beginnings: set[tuple[str, int]], atlas: Atlas) -> Iterator[int]:
    """Yield where items begin inside of a line: the next number, with a place behind, or several in a row."""
    marked = [
        (match.end(), _first(line.text[match.end() : match.end() + _NEAR]))
        for match in _CANDIDATE.finditer(folded(line.text))
    ]
    for index, (at, marker) in enumerate(marked):
        if marker is None or (marker.style, marker.value) in beginnings:
            continue
        expected = last.get(marker.style, 0) + 1
        if marker.value != expected:
            continue
        behind = line.text[at + marker.end : at + marker.end + _NEAR]
        row = _in_row(marker, [other for _, other in marked[index + 1 : index + 1 + _NEAR]])
        if atlas.of(behind) or (marker.value == 1 and row > _FEWEST):
            last[marker.style] = marker.value
            yield at


def _first(text: str) -> Marker | None:
    return next((marker for marker in markers_of(text) if marker.style != BULLET), None)


def _in_row(marker: Marker, others: Sequence[Marker | None]) -> int:
    """Return how many numbers go on behind a marker in its style, one by one."""
    value = marker.value
    for other in others:
        if other is not None and other.style == marker.style and other.value == value + 1:
            value += 1
    return value - marker.value + 1


def _parted(source: Source, line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    raw = source.text[line.start : line.end]
    edges = [0, *cuts, len(line.text)]
    offsets = [0, *raw_offsets(raw, line.text, cuts), len(raw)]
    for (begin, end), (start, stop) in zip(pairwise(edges), pairwise(offsets), strict=True):
        text = readable(line.text[begin:end])
        yield replace(
            line, start=line.start + start, end=line.start + stop, text=text, lead=0,
            blanks=line.blanks if not begin else 0,
            level=0 if begin else line.level, bold=False if begin else line.bold,
        )  # fmt: skip
