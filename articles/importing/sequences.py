"""Sequences of markers: which of the numbers at the beginnings of lines count the same things.

Markers of one style that rise are a run. A run that begins while another of its style goes on later is nested
in it; one that begins when the other is over restarts the count.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.importing.lines import Line
from articles.importing.markers import BULLET, Marker, markers_of

MAX_GAP = 4  # as many numbers may be lost in a row
MAX_DEPTH = 4  # as many runs of one style may be open, each inside of the one before
MAX_FIRST = 4  # a run may have lost what came before this number


@dataclass(frozen=True, slots=True)
class Mark:
    """A line where something may begin: its number, and where the text behind the marker begins."""

    place: int
    number: int | None
    end: int
    parent: int = 0


@dataclass(slots=True)
class Run:
    """Marks of one style whose numbers rise; ``nested`` if another of its style went on after it."""

    style: str
    marks: list[Mark] = field(default_factory=list)
    nested: bool = False

    @property
    def last(self) -> int:
        """The highest number so far."""
        return self.marks[-1].number or 0


def marks_of(lines: Sequence[Line]) -> dict[str, list[Mark]]:
    """Return the marks of each style in their order; decorated lines have styles of their own."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for place, line in enumerate(lines):
        for marker in markers_of(line.text):
            found[_key(line, marker)].append(_mark(place, marker))
    return dict(found)


def runs_of(style: str, marks: Sequence[Mark]) -> list[Run]:
    """Return the runs that the marks of one style make, in the order of their beginnings."""
    if style.startswith(BULLET):
        return [Run(style, list(marks))]
    runs: list[Run] = []
    open_runs: list[Run] = []
    for mark in marks:
        run = _continued(open_runs, mark)
        if run is None:
            if (mark.number or 0) > MAX_FIRST or (mark.parent and mark.number != 1):
                continue
            run = Run(style)
            runs.append(run)
            open_runs = [*open_runs[-MAX_DEPTH + 1 :], run]
        run.marks.append(mark)
    return [run for run in runs if len(run.marks) > 1 or run.marks[0].number == 1]


def _key(line: Line, marker: Marker) -> str:
    decor = f" h{line.level}" if line.level else " bold" if line.bold else ""
    return f"{marker.style}{decor}"


def _mark(place: int, marker: Marker) -> Mark:
    return Mark(place, marker.value or None, marker.end, marker.parent)


def _continued(open_runs: list[Run], mark: Mark) -> Run | None:
    """Return the innermost open run that goes on with a mark; those inside of it are over."""
    number = mark.number or 0
    for depth in range(len(open_runs) - 1, -1, -1):
        run = open_runs[depth]
        step = number - run.last
        same_parent = run.marks[-1].parent == mark.parent
        if same_parent and (
            step == 1 or (1 < step <= MAX_GAP and not _goes_on_above(open_runs[:depth], number))
        ):
            for inside in open_runs[depth + 1 :]:
                inside.nested = True
            del open_runs[depth + 1 :]
            return run
    return None


def _goes_on_above(open_runs: Sequence[Run], number: int) -> bool:
    """Whether a run further out goes on with exactly this number."""
    return any(number == run.last + 1 for run in open_runs)


def spans(marks: Sequence[Mark], end: int) -> Iterator[tuple[Mark, int]]:
    """Yield each mark with the place before which what it begins ends."""
    yield from zip(marks, [*(mark.place for mark in marks[1:]), end], strict=True)
