"""What was understood: an article in the making, as plain data."""

from dataclasses import dataclass, field

from articles.importing.dates.finding import FoundDate
from articles.importing.dates.reference import Reference
from articles.importing.pieces import Piece, Problem
from articles.importing.places import Place


@dataclass(slots=True)
class ParsedItem:
    """An item: ``body`` are its paragraphs, ``pieces`` the indexes of what it was made from."""

    number: int | None
    line: int
    section: str | None = None
    heading: str | None = None
    regions: list[Place] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    printed: bool = True


@dataclass(slots=True)
class ParsedNotice:
    """A notice: its kind of the vocabulary, and its text."""

    kind: str
    text: str


@dataclass(slots=True)
class ParsedPost:
    """A post under "Discover more"."""

    title: str
    excerpt: str = ""
    url: str = ""


@dataclass(slots=True)
class Digest:
    """An article as the pieces tell it. Without items it is a plain post, whose text is ``body``.

    Paragraphs of ``body`` are pieces, as those of a post may be subheadings.
    """

    language: str
    reference: Reference
    title: str = ""
    standfirst: str = ""
    introduction: list[str] = field(default_factory=list)
    items: list[ParsedItem] = field(default_factory=list)
    conclusion: list[str] = field(default_factory=list)
    notices: list[ParsedNotice] = field(default_factory=list)
    helpful: tuple[int, int] | None = None
    related: list[ParsedPost] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    discarded: list[Piece] = field(default_factory=list)
    missing_numbers: list[int] = field(default_factory=list)

    @property
    def is_digest(self) -> bool:
        """Whether there are items."""
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class Parse:
    """A source, its pieces, and the problems for an editor; ``missing`` are the numbers that it lacks."""

    text: str
    title: str
    language: str
    reference: Reference
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    missing: tuple[int, ...] = ()
