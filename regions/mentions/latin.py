"""Names in the Latin alphabet: whole words, the longest name first; a word in small letters is no name."""

import re
from collections.abc import Iterator

from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex
from regions.mentions.spot import Spot

_WORD = re.compile(r"[^\W_\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


class Words:
    """The words of a folded text that are written with an alphabet."""

    def __init__(self, folded: FoldedText) -> None:
        self.folded = folded
        self.spans = [match.span() for match in _WORD.finditer(folded.text)]

    def __len__(self) -> int:
        return len(self.spans)

    def text(self, position: int) -> str:
        """Return a word, folded; nothing where there is no such word."""
        if not 0 <= position < len(self.spans):
            return ""
        start, end = self.spans[position]
        return self.folded.text[start:end]

    def is_capitalised(self, position: int) -> bool:
        """Tell whether there is such a word, and it doesn't begin with a small letter."""
        if not 0 <= position < len(self.spans):
            return False
        return not self.folded.original[self.folded.starts[self.spans[position][0]]].islower()

    def is_upper(self, position: int) -> bool:
        """Tell whether there is such a word, of two letters or more, all of them capitals."""
        if not 0 <= position < len(self.spans):
            return False
        start, end = self.folded.span(*self.spans[position])
        return end - start > 1 and self.folded.original[start:end].isupper()

    def behind(self, position: int) -> str:
        """Return the word behind a word, folded, if there is but white space between them."""
        return self.text(position + 1) if self._is_spaced(position) else ""

    def before(self, position: int) -> str:
        """Return the word before a word, folded, if there is but white space between them."""
        return self.text(position - 1) if self._is_spaced(position - 1) else ""

    def _is_spaced(self, position: int) -> bool:
        if self.gap(position) != " ":
            return False
        return self.folded.original[self.folded.starts[self.spans[position][1]]].isspace()

    def gap(self, position: int) -> str:
        """Return what stands between a word and the next one."""
        if not 0 <= position < len(self.spans) - 1:
            return "\n"
        return self.folded.text[self.spans[position][1] : self.spans[position + 1][0]]


def latin_spots(words: Words, index: NameIndex) -> Iterator[tuple[Spot, int, int]]:
    """Yield names of regions, from left to right, none within another, with their first and last word."""
    position = 0
    while position < len(words):
        count = _count_words(words, position, index) if words.is_capitalised(position) else 0
        if count:
            last = position + count - 1
            spot = _spot(words, words.spans[position][0], words.spans[last][1], index)
            if spot.places:
                yield spot, position, last
        position += count or 1


def _spot(words: Words, start: int, end: int, index: NameIndex) -> Spot:
    folded = words.folded
    key = folded.text[start:end]
    first, last = folded.span(start, end)
    places = index.places_named(key, in_capitals=folded.original[first:last].isupper())
    return Spot(start, end, key, places, is_acronym=index.is_acronym(key))


def _count_words(words: Words, position: int, index: NameIndex) -> int:
    """Return how many words the longest name has that begins with this word, 0 where there is none."""
    text, spans = words.folded.text, words.spans
    start, end = spans[position]
    longest = index.longest.get(text[start:end], 0)
    for last in range(min(position + longest, len(spans) - 1), position - 1, -1):
        if text[start : spans[last][1]] in index:
            return last - position + 1
    return 0
