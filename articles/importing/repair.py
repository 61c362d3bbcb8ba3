"""Repairs: items whose beginning the source has lost, proposed and never silently made.

A gap in the numbers is looked for in the text between its neighbours; a paragraph under one region's heading
that opens with another region may be an item without a number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from articles.importing.clutter import is_clutter
from articles.importing.dates.finding import find_dates
from articles.importing.dates.reference import Reference
from articles.importing.entries import Entry
from articles.importing.lines import Line
from articles.importing.markers import markers_of
from articles.importing.places import Atlas, Place, related
from articles.importing.shapes import is_heading_shaped, is_name

_OPENING = 110  # characters in which a paragraph names what it is about
_DATE_OPENING = 40
_ENOUGH = 3.0
_MAX_LINES = 400  # between two items that are looked at
_LOOKED_AT = 40  # lines of an item that may open another one
_BLOCS = {"continent", "bloc"}
_REFERRING = re.compile(
    r"(?:similar|like|unlike|compared|by contrast|in contrast|meanwhile, (?:the|it)|"
    r"the (?:move|plan|bill|law|measure|decision|document|agreement)|this|these|it|its|he|she|"
    r"they|but|however|also|moreover|in addition|according to|与此同时|此外|同时|另外|其中|该|"
    r"据悉|这|ce(?:tte|t)?|dies|est[ae]|quest)\b",
    re.IGNORECASE,
)  # fmt: skip
_ANY_DATE = Reference(date.today().year, date.today())


@dataclass(frozen=True, slots=True)
class Found:
    """A line that may begin a lost item: how much speaks for it, and what it names."""

    place: int
    score: float
    regions: tuple[str, ...]
    name: str
    heading: bool
    marked: int = 0  # where the text begins behind the number, if the line does bear it
    number: int | None = None


class Repairer:
    """Looks for lost beginnings in the lines of one text."""

    def __init__(self, lines: Sequence[Line], atlas: Atlas, language: str) -> None:
        self._lines = lines
        self._atlas = atlas
        self._language = language

    def in_gap(self, holder: Entry, missing: Sequence[int], *, usual_blanks: float) -> list[Found]:
        """Return the best beginnings of the missing items in the lines of the entry before them."""
        places = range(holder.first_text, min(holder.end, holder.first_text + _MAX_LINES))
        found = [self._judge(place, holder, missing, usual_blanks) for place in places]
        good = sorted((one for one in found if one.score >= _ENOUGH), key=lambda one: -one.score)[
            : len(missing)
        ]
        return sorted(good, key=lambda one: one.place)

    def unnumbered(self, holder: Entry, *, usual_blanks: float) -> Iterator[Found]:
        """Yield the paragraphs of an entry that open with a region which has nothing to do with its own."""
        if not holder.regions:
            return
        known = list(holder.regions)
        begin = holder.first_text + (1 if holder.body is None else 0)
        for place in range(begin, min(holder.end, begin + _LOOKED_AT)):
            line = self._lines[place]
            if (
                markers_of(line.text)
                or line.quoted
                or is_clutter(line)
                or (line.blanks == 0 and place == begin)
            ):
                continue
            opening = self._opening(line.text)
            strange = [spot for spot in opening if not _known(spot, known) and spot.kind not in _BLOCS]
            if not opening or opening[0] not in strange or _REFERRING.match(line.text):
                continue
            if any(_inside(spot, known) for spot in self._atlas.of(line.text[:250])):
                continue
            if self._opens_anew(line, strange[0], usual_blanks):
                known.append(strange[0].path)
                yield Found(
                    place, _ENOUGH, (strange[0].path,), strange[0].name, self._is_heading(place, holder)
                )

    def _judge(self, place: int, holder: Entry, missing: Sequence[int], usual_blanks: float) -> Found:
        line = self._lines[place]
        for marker in markers_of(line.text):
            if marker.value in missing and not marker.style.startswith(
                ("circled", "letter", "roman", "dotted")
            ):
                rest = line.text[marker.end :]
                spots = self._atlas.of(rest)
                if spots and (is_heading_shaped(rest) or spots[0].start < 20):
                    return Found(place, 10, (spots[0].path,), spots[0].name, True, marker.end, marker.value)
        if markers_of(line.text) or is_clutter(line):
            return Found(place, 0, (), "", False)
        return self._judge_opening(place, line, holder, usual_blanks)

    def _judge_opening(self, place: int, line: Line, holder: Entry, usual_blanks: float) -> Found:
        opening = self._opening(line.text)
        spots = opening or self._atlas.of(line.text)
        strange = [spot for spot in spots if not _known(spot, holder.regions)]
        home = [spot for spot in self._atlas.of(line.text) if _inside(spot, holder.regions)]
        heading = self._is_heading(place, holder)
        score = 2.0 if line.blanks > usual_blanks else 0.0
        score += 1.0 if self._opens_with_date(line.text) else 0.0
        score += 3.0 if heading and (strange or line.decorated) else 0.0
        if strange and holder.regions:
            score += 3.0 if strange[0] in opening else 2.0
        elif strange:
            score += 1.0
        score -= 4.0 if home and holder.regions else 0.0
        if place == holder.first_text and not heading:
            score -= 10.0
        spot = strange[0] if strange else None
        return Found(place, score, (spot.path,) if spot else (), spot.name if spot else "", heading)

    def _opening(self, text: str) -> list[Place]:
        return [spot for spot in self._atlas.of(text) if spot.start < _OPENING]

    def _opens_with_date(self, text: str) -> bool:
        found = find_dates(text[:_DATE_OPENING], self._language, _ANY_DATE)
        return bool(found) and found[0].start < 15

    def _opens_anew(self, line: Line, spot: Place, usual_blanks: float) -> bool:
        return (
            spot.start <= 40
            or line.blanks > usual_blanks
            or self._opens_with_date(line.text)
            or is_heading_shaped(line.text)
        )

    def _is_heading(self, place: int, holder: Entry) -> bool:
        """Whether a line is a heading, with text of the same item under it."""
        line = self._lines[place]
        if place + 1 >= holder.end or markers_of(self._lines[place + 1].text):
            return False
        return is_name(line.text, self._atlas) or line.decorated or is_heading_shaped(line.text, longest=80)


def usual_blanks(entries: Sequence[Entry], lines: Sequence[Line]) -> float:
    """Return how many empty lines stand before the paragraphs of the items, as a rule."""
    found = [lines[place].blanks for entry in entries for place in range(entry.first_text, entry.end)]
    return median(found) if found else 1


def gaps(entries: Sequence[Entry], last: int = 0) -> Iterator[tuple[int, list[int]]]:
    """Yield for each gap in the numbers the index of the entry before it (-1: none), and what is missing.

    ``last`` is the last number before the entries.
    """
    before = -1
    for index, entry in enumerate(entries):
        if entry.restarts:
            last = 0
        if entry.number is not None:
            if entry.number > last + 1:
                yield before, list(range(last + 1, entry.number))
            last = max(entry.number, last) if not entry.restarts else entry.number
        before = index


def _known(place: Place, paths: Sequence[str]) -> bool:
    return any(related(place.path, path) for path in paths)


def _inside(place: Place, paths: Sequence[str]) -> bool:
    return any(place.path == path or place.path.startswith(f"{path}/") for path in paths)
