"""The structure of a text: which lines are the beginning, the items, the end, before any repair."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.importing.closing import Label, is_conclusion_heading, label_tail, notice_kind, tails_of
from articles.importing.clutter import is_byline, is_clutter, is_rule
from articles.importing.conclusion import conclusion_start, ends_with_conclusion, notices_start
from articles.importing.entries import Entry, entries_of
from articles.importing.levels import LEAD, NUMBERED
from articles.importing.lines import Line
from articles.importing.markers import BULLET, markers_of
from articles.importing.opening import is_introduction_heading
from articles.importing.outline import Outline, outline_of
from articles.importing.phrases import READ_MORE
from articles.importing.places import Atlas, knows_places
from articles.importing.roles import Role
from articles.importing.sequences import MAX_GAP
from articles.importing.shapes import is_heading_shaped
from articles.importing.verdict import is_contents, is_digest

_TRIES = 6  # places where the end of the page may begin that are looked at
_SHORT_LINE = 60


@dataclass(slots=True)
class Structure:
    """What the lines are: ``entries`` is empty if they are no digest; ``labels`` tell of lines outside."""

    lines: Sequence[Line]
    title: int | None
    tail: int
    entries: list[Entry] = field(default_factory=list)
    kind: str = ""
    labels: dict[int, Label] = field(default_factory=dict)
    sections: frozenset[int] = frozenset()
    before: int = 0


def structure_of(lines: Sequence[Line], title: int | None, atlas: Atlas) -> Structure:
    """Return what the lines of a text are."""
    tail, outline = _divided(lines, title, atlas)
    structure = Structure(lines, title, tail, labels=label_tail(lines, tail))
    if outline is None:
        return structure
    outline = _trimmed(_without_contents(outline, lines, tail, atlas), lines, atlas)
    entries = entries_of(lines, outline, tail, atlas)
    if not is_digest(entries, lines, outline.level.kind, tail, atlas.language):
        return structure
    structure.before = outline.before
    structure.entries, structure.kind = entries, outline.level.kind
    structure.sections = frozenset(place for place in outline.sections if place < tail)
    _end_items(structure, atlas)
    return structure


def _divided(lines: Sequence[Line], title: int | None, atlas: Atlas) -> tuple[int, Outline | None]:
    """Return where the end of the page begins, and the outline of what stands before it.

    A tally or a "Related" in the middle of the items is not the end: the numbers go on behind it.
    """
    for tail in [*tails_of(lines)[:_TRIES], len(lines)]:
        outline = outline_of(lines[:tail], atlas, title if title is not None and title < tail else None)
        if tail == len(lines) or not _goes_on(outline, lines, tail):
            return tail, outline
    return len(lines), outline_of(lines, atlas, title)


def _goes_on(outline: Outline | None, lines: Sequence[Line], tail: int) -> bool:
    """Whether the items go on behind a line that may be the end; with no items before it, it isn't."""
    if outline is None:
        return tail < len(lines) / 2
    if outline.level.kind != NUMBERED:
        return False
    last = outline.marks[-1].number or 0
    style = outline.level.style.split(" h")[0].removesuffix(" bold")
    return any(
        marker.style == style and last < marker.value <= last + MAX_GAP
        for line in lines[tail:]
        for marker in markers_of(line.text)
    )


def _without_contents(outline: Outline, lines: Sequence[Line], end: int, atlas: Atlas) -> Outline:
    """Return the outline without a table of contents before the items, whose numbers it anticipates."""
    restarts = sorted(outline.level.restarts)
    if outline.level.kind != NUMBERED or len(restarts) < 2:
        return outline
    first = [mark for mark in outline.marks if mark.place < restarts[1]]
    rest = tuple(mark for mark in outline.marks if mark.place >= restarts[1])
    level = replace(outline.level, marks=tuple(first))
    listed = entries_of(lines, Outline(level), first[-1].place, atlas)
    if len(rest) < len(first) or len(listed) < 2 or not is_contents(listed, lines):
        return outline
    kept = replace(outline.level, marks=rest, restarts=outline.level.restarts - {restarts[0]})
    return Outline(kept, frozenset(place for place in outline.sections if place > first[-1].place))


def _trimmed(outline: Outline, lines: Sequence[Line], atlas: Atlas) -> Outline:
    """Return the outline without headings of an introduction and a conclusion, which name no place."""
    if outline.level.kind == NUMBERED:
        return _without_introduction(outline, lines)
    if outline.level.kind in (BULLET, LEAD):
        return outline
    marks = list(outline.marks)
    placed = [bool(atlas.of(lines[mark.place].text)) for mark in marks]
    if sum(placed) < 0.6 * len(placed):
        return outline
    while not placed[-1] and (
        knows_places(atlas.language) or is_conclusion_heading(lines[marks[-1].place].text)
    ):
        marks.pop()
        placed.pop()
    first = placed.index(True)
    if not knows_places(atlas.language):
        first = sum(is_introduction_heading(lines[mark.place].text) for mark in marks[:1])
    return replace(outline, level=replace(outline.level, marks=tuple(marks[first:])))


def _without_introduction(outline: Outline, lines: Sequence[Line]) -> Outline:
    """Return the outline without an introduction that is counted as the items are."""
    first, *rest = outline.marks
    if not is_introduction_heading(lines[first.place].text[first.end :]) or len(rest) < 2:
        return outline
    return replace(outline, level=replace(outline.level, marks=tuple(rest)), before=first.number or 0)


def _end_items(structure: Structure, atlas: Atlas) -> None:
    """Take conclusion and notices from the last entry."""
    lines, entries = structure.lines, structure.entries
    if ends_with_conclusion(entries, lines):
        last = entries.pop()
        entries[-1].end = last.place
        structure.labels[last.place] = Label(Role.LABEL)
        _conclude(structure, last.place + 1, structure.tail)
        return
    if dropped := _heading_behind(structure):
        entries[-1].end = dropped
    last = entries[-1]
    notices = notices_start(entries, lines)
    start = conclusion_start(entries, lines, notices, atlas)
    last.end = min(start, last.end)
    _conclude(structure, last.end, structure.tail)


def _heading_behind(structure: Structure) -> int | None:
    """Return the place of a heading behind the last item that stands out as those of the items do."""
    lines, last = structure.lines, structure.entries[-1]
    level = lines[last.place].level
    for place in range(last.first_text + 1, structure.tail):
        line = lines[place]
        if level and 0 < line.level <= level and is_heading_shaped(line.text) and not markers_of(line.text):
            return place
    return None


def _conclude(structure: Structure, start: int, end: int) -> None:
    """Label the lines from ``start`` to ``end``: conclusion, then notices."""
    kind = ""
    for place in range(start, end):
        line = structure.lines[place]
        if place in structure.labels:
            continue
        found = notice_kind(line)
        aside = is_clutter(line) or is_byline(line) or READ_MORE.fullmatch(line.text)
        if is_rule(line) or (aside and not found):
            structure.labels[place] = Label(Role.DISCARDED)
        elif found or kind:
            kind = found or kind
            structure.labels[place] = Label(Role.NOTICE, kind)
        elif is_heading_shaped(line.text, longest=_SHORT_LINE) and place + 1 < end and place == start:
            structure.labels[place] = Label(Role.LABEL)
        else:
            structure.labels[place] = Label(Role.CONCLUSION)
