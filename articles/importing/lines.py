"""A source as the parser reads it: a text, and its lines with what their form tells."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something, or a part of one; ``start`` and ``end`` are offsets in the source's text.

    ``text`` is what readers see, without marks of Markdown and with plain spaces. ``level`` is that of a
    heading (1 to 6), 0 for none; ``lead`` how many characters of ``text`` a bold beginning has. ``outside``
    means that a web page has the line outside its main text, ``blanks`` how many empty lines stand before it.
    """

    number: int
    start: int
    end: int
    text: str
    blanks: int = 0
    indent: int = 0
    level: int = 0
    bold: bool = False
    lead: int = 0
    quoted: bool = False
    outside: bool = False
    linked: bool = False
    urls: tuple[str, ...] = ()

    @property
    def decorated(self) -> bool:
        """Whether the whole line is made to stand out."""
        return self.level > 0 or self.bold


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its lines in order, and what its format tells besides: a title, and a date as it is written."""

    text: str
    lines: tuple[Line, ...]
    title: str = ""
    date: str = ""


def raw_offsets(raw: str, text: str, wanted: Sequence[int]) -> list[int]:
    """Return where in a raw line the wanted characters of its readable text stand, in rising order."""
    found: list[int] = []
    seen = 0
    for place, char in enumerate(raw):
        while len(found) < len(wanted) and seen >= wanted[len(found)]:
            found.append(place)
        if len(found) == len(wanted):
            break
        if seen < len(text) and (char == text[seen] or (char.isspace() and text[seen] == " ")):
            seen += 1
    return found + [len(raw)] * (len(wanted) - len(found))
