"""Two texts side by side: line by line, and within a changed line word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

# Longer lines are shown as changed as a whole: comparing words takes time that grows with their square.
MAX_WORDS = 1500
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """A part of a line; ``changed`` where the other side has something else."""

    text: str
    changed: bool


class Row(NamedTuple):
    """Two lines that stand beside each other; None where one side has no such line."""

    left: list[Piece] | None
    right: list[Piece] | None
    changed: bool


class Difference(NamedTuple):
    """A field, or a row, of which two versions exist."""

    label: str
    rows: list[Row]


def side_by_side(left: Sequence[str], right: Sequence[str]) -> list[Row]:
    """Return the lines of both texts, each beside its like."""
    rows: list[Row] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        pairs = zip_longest(left[start:end], right[other_start:other_end])
        if kind == "equal":
            rows += [Row([Piece(line, False)], [Piece(line, False)], False) for line, _ in pairs]
        else:
            rows += [_changed(*pair) for pair in pairs]
    return rows


def _changed(left: str | None, right: str | None) -> Row:
    if left is None or right is None:
        return Row(_whole(left), _whole(right), True)
    words, others = _WORDS.findall(left), _WORDS.findall(right)
    if max(len(words), len(others)) > MAX_WORDS:
        return Row(_whole(left), _whole(right), True)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    codes = matcher.get_opcodes()
    return Row(
        list(_pieces(words, [(kind, start, end) for kind, start, end, _, _ in codes])),
        list(_pieces(others, [(kind, start, end) for kind, _, _, start, end in codes])),
        True,
    )


def _whole(line: str | None) -> list[Piece] | None:
    return None if line is None else [Piece(line, True)]


def _pieces(words: Sequence[str], codes: Sequence[tuple[str, int, int]]) -> Iterator[Piece]:
    for kind, start, end in codes:
        if start < end:
            yield Piece("".join(words[start:end]), kind != "equal")
