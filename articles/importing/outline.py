"""The outline of a digest: which level of its lines begins the items, and which the sections above them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.importing.characters import width
from articles.importing.levels import HEADING, HEADLINE, LEAD, NAME, NUMBERED, Level, head_of, levels_of
from articles.importing.lines import Line
from articles.importing.markers import BULLET, markers_of
from articles.importing.places import Atlas, knows_places
from articles.importing.sequences import Mark, spans
from articles.importing.shapes import MAX_HEADING, ends_sentence, is_heading_shaped

_WEIGHTS = {NUMBERED: 1.3, HEADING: 1.1, NAME: 1.2, LEAD: 1.05, BULLET: 0.9, HEADLINE: 0.8}
_FEWEST = {NUMBERED: 2, HEADING: 2, NAME: 2, LEAD: 3, BULLET: 3, HEADLINE: 3}
_MIN_SHARE = 0.5
_MAJORITY = 0.5
_SHORT = 40  # widths of a heading that nothing but its place tells


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the items begin, and the places of the lines that are headings of sections.

    ``before`` is the last number that an introduction bears, which is no item.
    """

    level: Level
    sections: frozenset[int] = frozenset()
    before: int = 0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The beginnings of the items."""
        return self.level.marks


def outline_of(lines: Sequence[Line], atlas: Atlas, title: int | None) -> Outline | None:
    """Return the outline of a text, None if nothing in it looks like the items of a digest."""
    levels = levels_of(lines, atlas, title)
    candidates = [level for level in levels if _is_candidate(level, atlas.language)]
    if not candidates:
        return None
    best = max(candidates, key=lambda level: (_strength(level), -level.marks[0].place))
    best = _outer(best, candidates, lines)
    inner = _inner(best, levels, lines)
    if inner is not None:
        return Outline(inner, best.places | _headings_before(inner, lines, title))
    return Outline(best, _sections(best, levels, lines, title))


def _is_candidate(level: Level, language: str) -> bool:
    if len(level.marks) < _FEWEST[level.kind]:
        return False
    return level.share >= _MIN_SHARE or (
        level.kind in (NUMBERED, HEADING) and len(level.marks) > 2 and not knows_places(language)
    )


def _strength(level: Level) -> float:
    return _WEIGHTS[level.kind] * (level.hits + 0.1 * len(level.marks))


def has_own_text(mark: Mark, end: int, inside: frozenset[int], lines: Sequence[Line]) -> bool:
    """Whether what a mark begins says something before the marks ``inside`` of it go on."""
    head = head_of(lines, mark)
    if ends_sentence(head.rstrip(":：")) or width(head) > MAX_HEADING:
        return True
    first = mark.place + (1 if lines[mark.place].text[mark.end :] else 2)
    return first < end and first not in inside


def _encloses(outer: Level, inner: Level, lines: Sequence[Line]) -> bool:
    """Whether the marks of ``inner`` are lists inside of what ``outer`` begins, counted anew in each."""
    if outer.marks[0].place > inner.marks[0].place or outer.places & inner.places:
        return False
    holders = {}
    inside = [mark.place for mark in inner.marks]
    for mark, end in spans(outer.marks, len(lines)):
        first = bisect_right(inside, mark.place)
        if first < len(inside) and inside[first] < end:
            holders[mark.place] = inner.marks[first]
    counted_on = [m for m in list(holders.values())[1:] if m.number not in (None, 1)]
    return len(counted_on) * 2 <= len(holders) - 1 or len(holders) == 1


def _outer(best: Level, candidates: Sequence[Level], lines: Sequence[Line]) -> Level:
    """Return the level around ``best`` whose items it only divides, if there is one; else itself."""
    for level in sorted(candidates, key=lambda level: level.marks[0].place):
        if level is best or level.kind in (HEADLINE, BULLET) or not _encloses(level, best, lines):
            continue
        if len(best.marks) < len(level.marks) and best.share > level.share:
            continue
        own = [has_own_text(mark, end, best.places, lines) for mark, end in spans(level.marks, len(lines))]
        if sum(own) > _MAJORITY * len(own) or _is_list_under_numbers(level, best, lines):
            return level
    return best


def _is_list_under_numbers(outer: Level, inner: Level, lines: Sequence[Line]) -> bool:
    """Whether ``inner`` are one-line points under numbered headings."""
    if outer.kind != NUMBERED:
        return False
    taken = inner.places | outer.places
    bodies = [
        mark.place + 1 < end and mark.place + 1 not in taken for mark, end in spans(inner.marks, len(lines))
    ]
    return inner.kind == BULLET or sum(bodies) <= _MAJORITY * len(bodies)


def _inner(best: Level, levels: Sequence[Level], lines: Sequence[Line]) -> Level | None:
    """Return the level inside of ``best`` that has the items, where ``best`` only heads them."""
    found = []
    for level in levels:
        if level is best or len(level.marks) <= len(best.marks) or not _encloses(best, level, lines):
            continue
        pairs = list(spans(best.marks, len(lines)))
        headed = [not has_own_text(mark, end, level.places, lines) for mark, end in pairs]
        if sum(headed) <= 0.6 * len(headed) or _is_list_under_numbers(best, level, lines):
            continue
        inside = tuple(mark for mark in level.marks if mark.place > best.marks[0].place)
        found.append(replace(level, marks=inside))
    return max(found, key=lambda level: len(level.marks), default=None)


def _sections(
    best: Level, levels: Sequence[Level], lines: Sequence[Line], title: int | None
) -> frozenset[int]:
    """Return the headings above items: marks of other levels, and headings where counts restart."""
    found: set[int] = set(_headings_before(best, lines, title))
    begins = best.places
    for level in levels:
        if level.kind in (BULLET, LEAD, HEADLINE) or level.places & begins:
            continue
        heading = [mark for mark in level.marks if mark.place + 1 in begins]
        if len(heading) > _MAJORITY * len(level.marks) and len(heading) < len(best.marks):
            found |= {mark.place for mark in heading}
    return frozenset(found - {title})


def _headings_before(level: Level, lines: Sequence[Line], title: int | None) -> frozenset[int]:
    """Return headings directly above items: those that stand out, or that head each part of the items.

    Other short lines are headings where counts restart; then the first part has one as well. The parts of a
    count that goes on have them where the first part does.
    """
    above = {
        mark.place: mark.place - 1 for mark in level.marks if _may_head(mark.place - 1, level, lines, title)
    }
    first = level.marks[0].place
    found = {place for place in above.values() if lines[place].decorated}
    restarting = {above[place] for place in level.restarts if place in above and place != first}
    found |= restarting
    if restarting and first in above:
        found.add(above[first])
    plain = {place for place in above.values() if width(lines[place].text) <= _SHORT}
    if first in above and 1 < len(plain) <= len(level.marks) / 2:
        found |= plain
    return frozenset(found)


def _may_head(place: int, level: Level, lines: Sequence[Line], title: int | None) -> bool:
    """Whether a line may be the heading of a section."""
    if place < 0 or place == title or place in level.places or markers_of(lines[place].text):
        return False
    line = lines[place]
    return is_heading_shaped(line.text, longest=80) and bool(line.blanks or line.decorated)
