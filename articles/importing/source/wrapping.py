"""Texts that were broken at a fixed width, as in mails: their paragraphs are made whole again."""

import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.importing.characters import has_cjk
from articles.importing.lines import Line
from articles.importing.markers import markers_of

_ENOUGH = 8  # lines that tell whether a text was broken at a fixed width
_WIDEST = 110
_SLACK = 18  # a long word that did not fit leaves as much space


def unwrapped(lines: list[Line]) -> list[Line]:
    """Return the lines, with those joined that were one before the text was broken at a fixed width."""
    full = _full_width(lines)
    if full is None:
        return lines
    joined: list[Line] = []
    last_length = 0
    for line in lines:
        if joined and last_length >= full - _SLACK and _goes_on(joined[-1], line):
            before = joined[-1]
            space = "" if has_cjk(before.text[-1:]) else " "
            text, urls = before.text + space + line.text, before.urls + line.urls
            joined[-1] = replace(before, end=line.end, text=text, urls=urls)
        else:
            joined.append(line)
        last_length = len(line.text)
    return joined


def _goes_on(before: Line, line: Line) -> bool:
    if line.blanks or line.decorated or before.decorated or line.quoted != before.quoted:
        return False
    return not markers_of(line.text) or line.indent > before.indent


def _full_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which the text was broken, None if it was not: most lines that run on fill it."""
    pairs = pairwise(lines)
    running = [
        len(line.text)
        for line, after in pairs
        if not after.blanks and not line.decorated and len(line.text) > 30
    ]
    if len(running) < _ENOUGH or max(running) > _WIDEST:
        return None
    full = int(statistics.quantiles(running, n=10)[-1])
    filled = sum(length > full - _SLACK for length in running)
    return full if full >= 40 and filled >= 0.7 * len(running) else None
