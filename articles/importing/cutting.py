"""Cuts the lines of a source into pieces, by the structure that was found."""

import re
from collections.abc import Iterator

from articles.importing.characters import width
from articles.importing.closing import notice_kind
from articles.importing.clutter import is_clutter, is_rule
from articles.importing.entries import Entry
from articles.importing.lines import Line, Source, raw_offsets
from articles.importing.markers import markers_of
from articles.importing.opening import roles_of, title_text
from articles.importing.phrases import READ_MORE
from articles.importing.pieces import Piece
from articles.importing.roles import Role
from articles.importing.structure import Structure

_NOTICE_WIDTH = 160
_BRACKETED = re.compile(r"[【\[〔「『](?P<text>[^【】\[\]〔〕「」『』]+)[】\]〕」』]")


def cut(source: Source, structure: Structure) -> list[Piece]:
    """Return the pieces in their order, not yet stretched over what lies between them."""
    if not structure.entries:
        return list(_post(structure))
    return [*_beginning(structure), *_items(source, structure), *_end(structure)]


def piece_of(line: Line, role: Role, *, notice: str = "") -> Piece:
    """Return a whole line as a piece."""
    text = title_text(line) if role is Role.TITLE else line.text
    if role in (Role.RELATED_TITLE, Role.SECTION) and (marker := next(iter(markers_of(text)), None)):
        text = text[marker.end :].rstrip(" :：") or text
    return Piece(
        line.start,
        line.end,
        line.number,
        text,
        role,
        notice=notice,
        level=line.level or (2 if line.bold else 0),
        urls=line.urls,
    )


def _post(structure: Structure) -> Iterator[Piece]:
    """Yield the pieces of a text that is no digest."""
    opening = roles_of(structure.lines, structure.title, structure.tail)
    for place, line in enumerate(structure.lines):
        label = structure.labels.get(place)
        if label is not None:
            yield piece_of(line, label.role, notice=label.notice)
            continue
        role = opening[place]
        kind = notice_kind(line) if role is Role.INTRODUCTION and width(line.text) < 3 * _NOTICE_WIDTH else ""
        if kind and place > structure.tail / 2:
            yield piece_of(line, Role.NOTICE, notice=kind)
        else:
            yield piece_of(line, Role.POST if role is Role.INTRODUCTION else role)


def _beginning(structure: Structure) -> Iterator[Piece]:
    first = structure.entries[0].place
    roles = roles_of(structure.lines, structure.title, first)
    for place in range(first):
        line = structure.lines[place]
        if place in structure.sections:
            yield piece_of(line, Role.SECTION)
        elif roles[place] is Role.INTRODUCTION and width(line.text) < 400 and (kind := notice_kind(line)):
            yield piece_of(line, Role.NOTICE, notice=kind)
        else:
            yield piece_of(line, roles[place])


def _items(source: Source, structure: Structure) -> Iterator[Piece]:
    entries = structure.entries
    ends = [entry.place for entry in entries[1:]]
    for entry, after in zip(entries, [*ends, entries[-1].end], strict=True):
        yield from _first_line(source, structure.lines[entry.place], entry)
        for place in range(entry.place + 1, after):
            yield _inside(structure, entry, place)


def _first_line(source: Source, line: Line, entry: Entry) -> Iterator[Piece]:
    """Yield the heading and the text of the line that an item begins on."""
    opened = Piece(
        line.start, line.end, line.number, "", Role.HEADING, opens=True, number=entry.number, urls=line.urls,
        printed=entry.number is not None,
    )  # fmt: skip
    if entry.heading is None and entry.body is None:
        yield opened
    elif entry.heading is None:
        yield _with(opened, line.end, line.text[entry.body :], Role.BODY)
    elif entry.body is None:
        yield _with(opened, line.end, line.text[entry.heading.begin :], Role.HEADING)
    else:
        raw = source.text[line.start : line.end]
        cut_at = line.start + raw_offsets(raw, line.text, [entry.heading.behind])[0]
        yield _with(opened, cut_at, line.text[entry.heading.begin : entry.heading.end], Role.HEADING)
        yield Piece(cut_at, line.end, line.number, line.text[entry.heading.behind :], Role.BODY)


def _with(piece: Piece, end: int, text: str, role: Role) -> Piece:
    text = _bare_heading(text) if role is Role.HEADING else text
    return Piece(
        piece.start, end, piece.line, text, role, opens=True,
        number=piece.number, printed=piece.printed, urls=piece.urls,
    )  # fmt: skip


def _bare_heading(text: str) -> str:
    """Return a heading without the colon behind it, and without brackets or stars around all of it."""
    text = text.rstrip(" :：*")
    bracketed = _BRACKETED.fullmatch(text)
    return bracketed["text"] if bracketed else text or "*"


def _inside(structure: Structure, entry: Entry, place: int) -> Piece:
    """Return a line below the first one of an item as a piece."""
    line = structure.lines[place]
    if place in structure.sections:
        return piece_of(line, Role.SECTION)
    if place >= entry.end:
        return piece_of(line, Role.BODY if not _is_clutter(line) else Role.DISCARDED)
    if entry.below and place == entry.place + 1:
        return piece_of(line, Role.HEADING)
    if width(line.text) <= _NOTICE_WIDTH and (kind := notice_kind(line)) in ("copyright", "reprint"):
        return piece_of(line, Role.NOTICE, notice=kind)
    return piece_of(line, Role.DISCARDED if _is_clutter(line) else Role.BODY)


def _is_clutter(line: Line) -> bool:
    return line.outside or is_rule(line) or is_clutter(line) or READ_MORE.fullmatch(line.text) is not None


def _end(structure: Structure) -> Iterator[Piece]:
    for place in range(structure.entries[-1].end, len(structure.lines)):
        label = structure.labels[place]
        yield piece_of(structure.lines[place], label.role, notice=label.notice)
