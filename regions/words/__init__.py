"""Words that are not only names of regions, and names of people: what makes a name in a text doubtful.

The lists are derived (``derive``, SOURCES.md); nothing in them was picked by hand. The few words that were,
such as kinds of regions and titles of people, stand with the rules that use them.
"""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def english_words() -> frozenset[str]:
    """Return words of names of regions that everyday English writes in small letters: reading, central."""
    return _read("english")


@cache
def given_names() -> frozenset[str]:
    """Return the given names of the US census, without words that begin sentences, as may and will."""
    return _read("given")


@cache
def surnames() -> frozenset[str]:
    """Return the common surnames of the US census that are no familiar English words."""
    return _read("surnames")


@cache
def chinese_words() -> frozenset[str]:
    """Return common Chinese words of two characters, and common words that are names of regions too."""
    return _read("chinese")


@cache
def chinese_wholes() -> dict[str, tuple[str, ...]]:
    """Return by their first two characters the longer words that hold a region's name which is not meant."""
    wholes: dict[str, list[str]] = {}
    for word in _read("chinese_wholes"):
        wholes.setdefault(word[:2], []).append(word)
    return {start: tuple(sorted(words, key=len, reverse=True)) for start, words in wholes.items()}


@cache
def simplified_characters() -> dict[int, int]:
    """Return a table for ``str.translate`` from traditional to simplified characters."""
    traditional, simplified = (_FOLDER / "simplified.txt").read_text(encoding="utf-8").split()
    return str.maketrans(traditional, simplified)


def _read(name: str) -> frozenset[str]:
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())
