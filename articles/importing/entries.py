"""Entries: the items as the outline has them, each with the lines that it takes and its heading."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.importing.characters import width
from articles.importing.levels import HEADING, HEADLINE, NAME
from articles.importing.lines import Line
from articles.importing.markers import markers_of
from articles.importing.outline import Outline
from articles.importing.places import Atlas, innermost
from articles.importing.sequences import Mark, spans
from articles.importing.shapes import (
    MAX_HEADING,
    Lead,
    ends_sentence,
    has_sentences,
    is_heading_shaped,
    lead_of,
)

_SUFFIX = re.compile(
    r"(?:,?\s(?:province|city|municipality|state|region|autonomous region|prefecture|district|"
    r"county|sar)\b)?[:：.,，。]?",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\s+(?=(?:On|In|At|The|As|Recently|From|By|After|According|Last|This|Since|Under|Its?|A|"
    r"An|To)\b|[A-Z][a-z]+\s+\d{1,2}\b|近日|日前|\d{1,2}月|[^\W\d_])"
)
_QUOTED_HEADING = 200


@dataclass(slots=True)
class Entry:
    """An item in the making: where it begins, its number, and before which place its lines end.

    ``heading`` is the stretch of the first line that is its heading, None without one; ``below`` tells that
    the heading is the next line. ``body`` is where the text on the first line begins, None if there is none.
    """

    place: int
    number: int | None
    end: int
    start: int = 0
    heading: Lead | None = None
    body: int | None = None
    below: bool = False
    restarts: bool = False
    printed: bool = True
    regions: list[str] = field(default_factory=list)

    @property
    def first_text(self) -> int:
        """The place of the first line behind the heading."""
        return self.place + (2 if self.below else 1)


def entries_of(lines: Sequence[Line], outline: Outline, end: int, atlas: Atlas) -> list[Entry]:
    """Return the entries in their order; sections, and what lies behind ``end``, are in none of them."""
    entries: list[Entry] = []
    sections = sorted(outline.sections)
    for mark, after in spans(outline.marks, end):
        if mark.place >= end:
            continue
        next_section = bisect_right(sections, mark.place)
        above = sections[next_section : next_section + 1]
        entry = _entry(lines, mark, min([after, *above]), outline, atlas)
        entry.restarts = mark.place in outline.level.restarts and bool(entries)
        entries.append(entry)
    for entry in entries:
        headed = bisect_left(sections, entry.place) - 1
        section = lines[sections[headed]].text if headed >= 0 else ""
        entry.regions = regions_of(entry, lines, atlas) or [
            place.path for place in innermost(atlas.of(section))
        ]
    return entries


def regions_of(entry: Entry, lines: Sequence[Line], atlas: Atlas) -> list[str]:
    """Return the paths of the regions that the heading names, else of the first that the text does."""
    head = heading_text(entry, lines)
    if head and (found := innermost(atlas.of(head))):
        return [place.path for place in found]
    first = lines[entry.place].text[entry.body :] if entry.body is not None else ""
    texts = [
        first,
        *(lines[place].text for place in range(entry.first_text, min(entry.first_text + 1, entry.end))),
    ]
    return [place.path for text in texts if text for place in atlas.of(text)[:1]][:1]


def heading_text(entry: Entry, lines: Sequence[Line]) -> str:
    """Return the heading of an entry, empty where it has none."""
    if entry.below:
        return lines[entry.place + 1].text
    line = lines[entry.place]
    return line.text[entry.heading.begin : entry.heading.end] if entry.heading else ""


def _entry(lines: Sequence[Line], mark: Mark, end: int, outline: Outline, atlas: Atlas) -> Entry:
    line = lines[mark.place]
    entry = Entry(mark.place, mark.number, end, start=mark.end)
    rest = line.text[mark.end :]
    if not rest:
        below = lines[mark.place + 1] if mark.place + 1 < end else None
        entry.below = below is not None and is_heading_shaped(below.text)
        return entry
    has_body = mark.place + 1 < end and not markers_of(lines[mark.place + 1].text)
    whole = Lead(len(line.text), len(line.text), mark.end)
    if _is_heading(line, rest, outline, has_body=has_body):
        entry.heading = whole
    elif lead := lead_of(line, mark.end, atlas) or _merged(line, mark.end, atlas):
        entry.heading, entry.body = lead, lead.behind
    elif is_heading_shaped(rest, longest=_QUOTED_HEADING) or (has_body and _is_headline(rest)):
        entry.heading = whole
    else:
        entry.body = mark.end
    return entry


def _is_heading(line: Line, rest: str, outline: Outline, *, has_body: bool) -> bool:
    """Whether the whole line is a heading by what it looks like."""
    if outline.level.kind in (HEADING, NAME, HEADLINE):
        return True
    if line.level or (line.bold and has_body and width(rest) <= _QUOTED_HEADING):
        return True
    return has_body and is_heading_shaped(rest)


def _is_headline(text: str) -> bool:
    """Whether a sentence of its own on a line, with text under it, is a headline."""
    return width(text) <= MAX_HEADING and not has_sentences(text) and text[-1] not in ",;:，；："


def _merged(line: Line, begin: int, atlas: Atlas) -> Lead | None:
    """Return the heading of a line in which a heading and the text under it were merged into one."""
    text = line.text[begin:]
    places = atlas.of(text)
    if not places or places[0].start > 4 or not (ends_sentence(text) or width(text) > MAX_HEADING):
        return None
    behind = places[0].end
    suffix = _SUFFIX.match(text, behind)
    end = suffix.end() if suffix else behind
    opener = _OPENER.match(text, end)
    if opener is None or not _opens_sentence(text[opener.end() :]):
        return None
    return Lead(begin + len(text[:end].rstrip(":：.,，。")), begin + opener.end(), begin)


def _opens_sentence(text: str) -> bool:
    """Whether a text begins anew: with a capital, or with a date or a place in Chinese."""
    return bool(text) and (text[0].isupper() or not text[0].isascii())
