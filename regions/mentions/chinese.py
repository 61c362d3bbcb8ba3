"""Names in Chinese, where nothing stands between words: the longest name that begins at a character."""

import re
from collections.abc import Iterator

from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex
from regions.mentions.spot import Spot

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}")


def chinese_spots(folded: FoldedText, index: NameIndex) -> Iterator[Spot]:
    """Yield where names of regions stand, from left to right, none within another."""
    for run in _CHINESE.finditer(folded.text):
        position = run.start()
        while position < run.end() - 1:
            end = _end_of_name(folded.text, position, index)
            if end:
                yield Spot(position, end, index.places_named(folded.text[position:end]), is_chinese=True)
            position = end or position + 1


def _end_of_name(text: str, start: int, index: NameIndex) -> int:
    """Return where the longest name ends that begins here, 0 where there is none."""
    longest = index.beginnings.get(text[start : start + 2], 0)
    for end in range(min(start + longest, len(text)), start + 1, -1):
        if text[start:end] in index:
            return end
    return 0
