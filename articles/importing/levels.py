"""Levels: the kinds of lines that may begin the items of a text, each with the evidence that they do.

A level is a sequence of numbers in one style, or the bullets, or the headings of one form:
of Markdown or HTML, in bold, in capitals, names of places alone, "Country: text", headlines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.importing.characters import width
from articles.importing.clutter import is_byline
from articles.importing.lines import Line
from articles.importing.markers import BULLET, markers_of
from articles.importing.places import Atlas, knows_places
from articles.importing.sequences import Mark, Run, marks_of, runs_of, spans
from articles.importing.shapes import (
    MAX_HEADING,
    ends_sentence,
    in_capitals,
    is_heading_shaped,
    is_name,
    lead_of,
)

NUMBERED, HEADING, NAME, LEAD, HEADLINE = "numbered", "heading", "name", "lead", "headline"
_NAME = 30  # widths: a name of a place that is not known
OPENING = 160  # characters of a body that may tell the region of its item
IN_BODY = 0.6  # what a place in the body is worth beside one in the heading
_CONTINENT = "continent"


@dataclass(frozen=True, slots=True)
class Level:
    """Marks that may begin items; ``restarts`` are the places of those that begin a count anew."""

    kind: str
    style: str
    marks: tuple[Mark, ...]
    hits: float = 0.0
    restarts: frozenset[int] = frozenset()
    places: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", frozenset(mark.place for mark in self.marks))

    @property
    def share(self) -> float:
        """How many of the marks come with a place."""
        return self.hits / len(self.marks)


def levels_of(lines: Sequence[Line], atlas: Atlas, title: int | None) -> list[Level]:
    """Return every level of at least two marks, with its evidence; the title's line is no heading."""
    atlas.read([line.text for line in lines if width(line.text) <= MAX_HEADING])
    found = [*_numbered(lines), *_headed(lines, atlas, title)]
    return [_with_evidence(level, lines, atlas) for level in found if len(level.marks) > 1]


def head_of(lines: Sequence[Line], mark: Mark) -> str:
    """Return what stands behind a marker; if nothing does, the next line."""
    text = lines[mark.place].text[mark.end :]
    if text or mark.place + 1 >= len(lines):
        return text
    return lines[mark.place + 1].text


def shows_place(text: str, atlas: Atlas) -> bool:
    """Whether a text mentions a place that may have a government; a continent has none."""
    return any(place.kind != _CONTINENT for place in atlas.of(text))


def _numbered(lines: Sequence[Line]) -> Iterator[Level]:
    for style, marks in marks_of(lines).items():
        kind = BULLET if style.startswith(BULLET) else NUMBERED
        runs = runs_of(style, marks)
        for nested in (False, True):
            chosen = [run for run in runs if run.nested is nested]
            if chosen:
                yield _level(kind, style, chosen)


def _level(kind: str, style: str, runs: Sequence[Run]) -> Level:
    marks = sorted((mark for run in runs for mark in run.marks), key=lambda mark: mark.place)
    return Level(kind, style, tuple(marks), restarts=frozenset(run.marks[0].place for run in runs))


def _headed(lines: Sequence[Line], atlas: Atlas, title: int | None) -> Iterator[Level]:
    """Yield the levels of lines that no marker begins."""
    groups: dict[tuple[str, str], list[Mark]] = {}
    for place, line in enumerate(lines):
        if place == title or is_byline(line):
            continue
        unmarked = not markers_of(line.text)
        after = lines[place + 1] if place + 1 < len(lines) else None
        for kind, style in _forms(line, after, atlas, unmarked=unmarked):
            groups.setdefault((kind, style), []).append(Mark(place, None, 0))
    names = groups.get((NAME, "name"), [])
    if len(names) > 1:
        longest = max(len(lines[name.place].text.split()) for name in names)
        nearest = min(lines[name.place].blanks for name in names[1:])
        alike = [
            mark
            for mark in groups.get((HEADLINE, "headline"), [])
            if _is_short(lines[mark.place], longest, nearest)
            and (not knows_places(atlas.language) or names[0].place < mark.place < names[-1].place)
        ]
        groups[NAME, "name"] = sorted([*names, *alike], key=lambda mark: mark.place)
    for (kind, style), marks in groups.items():
        yield Level(kind, style, tuple(marks))


def _is_short(line: Line, longest: int, nearest: int) -> bool:
    """Whether a heading is as short, and as far from the text above it, as the names of places are."""
    return len(line.text.split()) <= min(longest, 4) and width(line.text) <= _NAME and line.blanks >= nearest


def _forms(line: Line, after: Line | None, atlas: Atlas, *, unmarked: bool) -> Iterator[tuple[str, str]]:
    if line.level:
        yield HEADING, f"h{line.level}"
    if not unmarked:
        return
    if line.bold and is_heading_shaped(line.text.rstrip(".。")):
        yield HEADING, "bold"
    if in_capitals(line.text):
        yield HEADING, "capitals"
    if is_name(line.text, atlas):
        yield NAME, "name"
    elif lead_of(line, 0, atlas) is not None:
        yield LEAD, "bold" if line.lead else "plain"
    elif after is not None and not line.decorated and _heads(line, after):
        yield HEADLINE, "headline"


def _heads(line: Line, after: Line) -> bool:
    """Whether a line is a heading by its shape, with text under it."""
    return is_heading_shaped(line.text) and (ends_sentence(after.text) or width(after.text) > MAX_HEADING)


def _with_evidence(level: Level, lines: Sequence[Line], atlas: Atlas) -> Level:
    hits = 0.0
    bodies = [lines[mark.place + 1].text[:OPENING] for mark in level.marks if mark.place + 1 < len(lines)]
    atlas.read([head_of(lines, mark)[:MAX_HEADING] for mark in level.marks])
    atlas.read(bodies)
    for mark, end in spans(level.marks, len(lines)):
        if shows_place(head_of(lines, mark)[:MAX_HEADING], atlas):
            hits += 1
        elif mark.place + 1 < end and shows_place(lines[mark.place + 1].text[:OPENING], atlas):
            hits += IN_BODY
    return Level(level.kind, level.style, level.marks, hits, level.restarts)
