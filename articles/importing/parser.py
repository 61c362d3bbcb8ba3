"""The parser: a source in, its pieces and problems out. It knows no Django and no database."""

from collections.abc import Sequence
from datetime import date

from articles.importing.assembly import assemble
from articles.importing.closing import Label, is_of_the_site, label_tail, tails_of
from articles.importing.clutter import is_byline
from articles.importing.cutting import cut, piece_of
from articles.importing.dates.finding import reference_of
from articles.importing.dates.reference import Reference
from articles.importing.digest import Digest, Parse
from articles.importing.language import language_of
from articles.importing.lines import Line, Source
from articles.importing.merging import unmerged
from articles.importing.opening import title_of
from articles.importing.pieces import Piece, Problem, in_order, tiled
from articles.importing.places import Atlas, Finder
from articles.importing.proposing import Proposals
from articles.importing.roles import Role
from articles.importing.structure import structure_of


def parse(source: Source, find: Finder, *, today: date | None = None) -> Parse:
    """Return the pieces of a source, each with the part it plays, and what an editor must look at.

    ``find`` tells the places in texts; ``today`` gives the year where the source does not.
    """
    language = language_of("\n".join(line.text for line in source.lines[:400]))
    atlas = Atlas(find, language)
    lines = unmerged(source, [line for line in source.lines if not line.outside], atlas)
    title = title_of(lines, source.title, atlas)
    structure = structure_of(lines, title, atlas)
    pieces: list[Piece] = [*cut(source, structure)]
    problems: list[Problem] = []
    missing: list[int] = []
    if structure.entries:
        proposals = Proposals(structure, pieces, atlas, language)
        proposals.make()
        pieces, problems, missing = proposals.pieces, proposals.problems, proposals.missing
    else:
        problems = [Problem("not_a_digest", "No items were found: this becomes a plain post.", 1)]
    pieces, problems = in_order([*pieces, *_outside(source, pieces)], problems)
    return Parse(
        source.text,
        source.title if title is None else "",
        language,
        _reference(source, language, today or date.today()),
        tiled(pieces, len(source.text)),
        tuple(problems),
        tuple(missing),
    )


def _outside(source: Source, inside: Sequence[Piece]) -> list[Piece]:
    """Return the lines of a page outside of its main text: clutter, unless "Discover more" stands there."""
    lines = [line for line in source.lines if line.outside]
    known = any(piece.role is Role.RELATED_TITLE for piece in inside)
    tails = [] if known else [tail for tail in tails_of(lines) if not is_of_the_site(lines[tail])]
    labels = label_tail(lines, tails[0]) if tails else {}
    return [piece_of(line, labels.get(place, Label(Role.DISCARDED)).role) for place, line in enumerate(lines)]


def understand(source: Source, find: Finder, *, today: date | None = None) -> tuple[Digest, list[Problem]]:
    """Return the article that a source makes with every proposal accepted, and all problems."""
    parsed = parse(source, find, today=today)
    digest = assemble(parsed, parsed.pieces, find)
    return digest, [*parsed.problems, *problems_of(digest)]


def problems_of(digest: Digest) -> list[Problem]:
    """Return what an assembled article lacks."""
    found = [
        Problem("no_region", "No region was recognised in this item.", item.line)
        for item in digest.items
        if not item.regions
    ]
    if digest.reference.assumed and any(item.dates for item in digest.items):
        year = digest.reference.year
        found.append(Problem("year_assumed", f"The text names no year: its dates are taken to be of {year}."))
    if not digest.title:
        found.append(Problem("no_title", "No title was found."))
    return found


def _reference(source: Source, language: str, today: date) -> Reference:
    dated = [line for line in source.lines[:30] if is_byline(line)]
    lines: Sequence[Line] = [*source.lines[:2], *dated, *source.lines]
    return reference_of([line.text for line in lines[:3_000]], language, today, source.date)
