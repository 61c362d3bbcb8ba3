"""Texts as bags of terms: words, and pairs of characters where a script has no spaces."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from sys import intern

from articles.excerpts import UNSPACED

_RUN = re.compile(r"[^\W_]+")
# Hangul too: it has spaces, but its particles stick to the words.
_PART = re.compile(f"([{UNSPACED}\uac00-\ud7a3]+)|[^{UNSPACED}\uac00-\ud7a3]+")


def bag_of(text: str) -> Counter[str]:
    """Count the terms of ``text``, whatever their case and width. Numbers and single letters are none."""
    counts = Counter(_terms(unicodedata.normalize("NFKC", text).casefold()))
    return Counter({intern(term): count for term, count in counts.items()})


def _terms(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run.isascii():
            yield from _word(run)
        else:
            for part in _PART.finditer(run):
                yield from _pairs(part[0]) if part[1] else _word(part[0])


def _word(run: str) -> Iterator[str]:
    if len(run) > 1 and not run.isdecimal():
        yield run


def _pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    else:
        yield from map("".join, pairwise(run))
