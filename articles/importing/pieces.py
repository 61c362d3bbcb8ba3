"""Pieces: a source cut into stretches, each with the part it plays; together they are the whole source.

They are what an editor sees beside the draft and corrects; :mod:`articles.importing.assembly` makes the draft
from nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from articles.importing.roles import Role


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source, from ``start`` to before ``end``, that begins on a line.

    ``text`` is what it says, without its marker. ``opens``: an item begins here, with this ``number``,
    ``printed`` in the source or not. ``level`` tells a subheading of a post, ``notice`` the kind of a notice.
    """

    start: int
    end: int
    line: int
    text: str
    role: Role
    opens: bool = False
    number: int | None = None
    printed: bool = False
    notice: str = ""
    level: int = 0
    bullet: bool = False
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """What a piece becomes: another role, another beginning of an item."""

    piece: int
    role: Role
    opens: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A warning for the editor: its code, its words, its line.

    A proposal names the ``piece`` that it is about, and what to make of it when it is ``refused``; as long as
    it isn't, the pieces are as it proposes.
    """

    code: str
    message: str
    line: int | None = None
    piece: int | None = None
    refused: tuple[Edit, ...] = ()


def tiled(pieces: Iterable[Piece], length: int) -> tuple[Piece, ...]:
    """Return the pieces in their order, each stretched to the next: no character lies outside of all."""
    ordered = sorted(pieces, key=lambda piece: piece.start)
    starts = [0, *(piece.start for piece in ordered[1:])]
    ends = [*starts[1:], length]
    return tuple(
        replace(piece, start=start, end=end) for piece, start, end in zip(ordered, starts, ends, strict=True)
    )


def in_order(pieces: Sequence[Piece], problems: Iterable[Problem]) -> tuple[list[Piece], list[Problem]]:
    """Return the pieces in the order of the source, and the problems that name them by their new places."""
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].start)
    place = {index: new for new, index in enumerate(order)}
    moved = [
        replace(
            problem,
            piece=None if problem.piece is None else place[problem.piece],
            refused=tuple(replace(edit, piece=place[edit.piece]) for edit in problem.refused),
        )
        for problem in problems
    ]
    return [pieces[index] for index in order], moved


def refuse(pieces: Sequence[Piece], problems: Iterable[Problem]) -> tuple[Piece, ...]:
    """Return the pieces as they are when an editor refuses the proposals among the problems."""
    changed = list(pieces)
    for problem in problems:
        for edit in problem.refused:
            changed[edit.piece] = replace(
                changed[edit.piece], role=edit.role, opens=edit.opens, number=edit.number
            )
    return tuple(changed)
