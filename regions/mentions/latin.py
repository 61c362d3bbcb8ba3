"""Names in the Latin alphabet: whole words, the longest name first; a word in small letters is no name."""

import re
from collections.abc import Iterator

from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex
from regions.mentions.spot import Spot

WORD = re.compile(r"[^\W_\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def latin_spots(folded: FoldedText, index: NameIndex) -> Iterator[Spot]:
    """Yield where names of regions stand, from left to right, none within another."""
    words = [match.span() for match in WORD.finditer(folded.text)]
    position = 0
    while position < len(words):
        count = 0
        start = words[position][0]
        if not folded.original[folded.starts[start]].islower():
            count = _count_words(folded.text, words, position, index)
        if count:
            end = words[position + count - 1][1]
            first, last = folded.span(start, end)
            in_capitals = folded.original[first:last].isupper()
            places = index.places_named(folded.text[start:end], in_capitals=in_capitals)
            if places:
                yield Spot(start, end, places)
        position += count or 1


def _count_words(text: str, words: list[tuple[int, int]], position: int, index: NameIndex) -> int:
    """Return how many words the longest name has that begins with this word, 0 where there is none."""
    start, end = words[position]
    longest = index.longest.get(text[start:end], 0)
    for last in range(min(position + longest, len(words) - 1), position - 1, -1):
        if text[start : words[last][1]] in index:
            return last - position + 1
    return 0
