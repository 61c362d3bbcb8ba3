"""A source as the parser reads it: a text, and its lines with what their form tells."""

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


def raw_offset(raw: str, text: str, at: int) -> int:
    """Return where in a raw line the character ``at`` of its readable text stands."""
    seen = 0
    for place, char in enumerate(raw):
        if seen >= at:
            return place
        if char == text[seen] or (char.isspace() and text[seen] == " "):
            seen += 1
    return len(raw)
