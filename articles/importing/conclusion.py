"""Where the last item ends: before a conclusion, or before the first notice."""

from collections.abc import Sequence
from statistics import median

from articles.importing.closing import is_conclusion_heading, notice_kind, opens_conclusion
from articles.importing.clutter import is_byline, is_clutter, is_rule
from articles.importing.entries import Entry, heading_text
from articles.importing.lines import Line
from articles.importing.phrases import EVERYWHERE
from articles.importing.places import Atlas, related

_OPENING = 160
_LONGEST = 12  # paragraphs of a conclusion that nothing announces
_FEW = 3  # items that tell how many paragraphs an item has


def notices_start(entries: Sequence[Entry], lines: Sequence[Line]) -> int:
    """Return the place of the first notice behind the text of the last item, else where that ends."""
    last = entries[-1]
    begin = last.place + 1 if last.body is not None else last.first_text + 1
    end = last.end
    while end > begin and _is_aside(lines[end - 1]):
        end -= 1
    return next((place for place in range(begin, end) if notice_kind(lines[place])), end)


def _is_aside(line: Line) -> bool:
    """Whether a line at the end of a text is none of its own: a notice, a button, who wrote it."""
    return bool(notice_kind(line)) or is_clutter(line) or is_byline(line) or is_rule(line)


def conclusion_start(entries: Sequence[Entry], lines: Sequence[Line], end: int, atlas: Atlas) -> int:
    """Return the place of the first line of the conclusion, ``end`` if there is none."""
    last = entries[-1]
    begin = last.first_text if last.body is not None else last.first_text + 1
    usual = _usual_paragraphs(entries[:-1], lines)
    for place in range(last.first_text, end):
        line = lines[place]
        if is_conclusion_heading(line.text) or (place >= begin and opens_conclusion(line.text)):
            return place
        if place < begin or is_rule(line) or is_clutter(line):
            continue
        if _speaks_of_all(line, last, atlas) or (
            usual is not None
            and place - last.first_text >= usual
            and end - place <= _LONGEST
            and _is_apart(entries, lines, place, end, atlas)
        ):
            return place
    return end


def ends_with_conclusion(entries: Sequence[Entry], lines: Sequence[Line]) -> bool:
    """Whether what looks like the last item is the conclusion under a heading of its own."""
    return len(entries) > 2 and is_conclusion_heading(heading_text(entries[-1], lines))


def _usual_paragraphs(entries: Sequence[Entry], lines: Sequence[Line]) -> int | None:
    """Return how many paragraphs nearly every item has, None where that differs."""
    counts = [
        sum(not is_clutter(lines[place]) for place in range(entry.first_text, entry.end)) for entry in entries
    ]
    if len(counts) < _FEW or max(counts) > median(counts) + 1:
        return None
    usual = int(median(counts))
    return usual if counts.count(usual) >= 0.75 * len(counts) else None


def _speaks_of_all(line: Line, entry: Entry, atlas: Atlas) -> bool:
    """Whether a paragraph is about governments everywhere, and not about the item's region."""
    opening = line.text[:_OPENING]
    if not EVERYWHERE.search(opening):
        return False
    return not atlas.of(line.text)


def _is_apart(entries: Sequence[Entry], lines: Sequence[Line], start: int, end: int, atlas: Atlas) -> bool:
    """Whether the paragraphs from ``start`` on tell nothing about the region of the last item."""
    regions = entries[-1].regions
    places = [place for at in range(start, end) for place in atlas.of(lines[at].text)]
    if any(related(place.path, path) for place in places for path in regions):
        return False
    return (
        not any(place.start < 60 for place in atlas.of(lines[start].text))
        or len({p.path for p in places}) > 2
    )
