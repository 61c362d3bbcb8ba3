"""What stands behind the items: the conclusion, notices, the tally, and "Discover more"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.importing.characters import width
from articles.importing.clutter import is_byline, is_clutter, is_rule
from articles.importing.lines import Line
from articles.importing.phrases import (
    CONCLUSION_HEADING,
    CONCLUSION_OPENING,
    HELPFUL,
    HELPFUL_QUESTION,
    NOTICE_STEMS,
    NOTICES,
    READ_MORE,
    RELATED,
)
from articles.importing.roles import Role
from articles.importing.shapes import ends_sentence

_FIGURE = re.compile(r"(?<![\d.,])(\d{1,3}(?:[,. ]\d{3})+|\d{1,9})(?![\d%])")
_TALLY_WIDTH, _QUESTION_WIDTH, _NOTICE_WIDTH, _RELATED_WIDTH = 160, 120, 900, 60
_CUT_OFF = re.compile(r"(?:\.{2,}|…|\[…\])\s*$")
_EXCERPT = 60
_OF_THE_SITE = re.compile(
    r"\b(?:recent|popular|latest|trending|récents|populaires|neueste|beliebte?|recientes)\b|热门|最新|人気",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line behind the items is; ``notice`` is the kind of a notice."""

    role: Role
    notice: str = ""


def notice_kind(line: Line) -> str:
    """Return which kind of notice a line is; empty if it is none."""
    return _notice_kind(line.text) if len(line.text) <= _NOTICE_WIDTH else ""


@lru_cache(maxsize=4_000)
def _notice_kind(text: str) -> str:
    lower = text.lower()
    if width(text) > _NOTICE_WIDTH or not any(stem in lower for stem in NOTICE_STEMS):
        return ""
    return next((kind for kind, said in NOTICES.items() if said.search(text)), "")


def is_related_heading(line: Line) -> bool:
    """Whether a line says that links to other posts follow."""
    text = line.text.strip(" :：»→▼-—*|【】「」")
    return width(text) <= _RELATED_WIDTH and RELATED.fullmatch(text) is not None


def is_of_the_site(line: Line) -> bool:
    """Whether a heading of posts says that they are the site's latest or most read, not related ones."""
    return _OF_THE_SITE.search(line.text) is not None


def is_tally(line: Line) -> bool:
    """Whether a line asks whether the article was helpful, or tells how many found it so."""
    if width(line.text) <= _QUESTION_WIDTH and HELPFUL_QUESTION.search(line.text):
        return True
    return tally_of(line.text) is not None


def tally_of(text: str) -> tuple[int, int] | None:
    """Return (helpful, total) if a text tells how many found an article helpful."""
    if width(text) > _TALLY_WIDTH or not HELPFUL.search(text):
        return None
    figures = [int(re.sub(r"\D", "", figure)) for figure in _FIGURE.findall(text)]
    return (min(figures), max(figures)) if len(figures) == 2 else None


def tails_of(lines: Sequence[Line]) -> list[int]:
    """Return the places where the end of the page may begin: tallies, and headings of related posts."""
    repeated = _repeated(lines)
    return [
        place
        for place, line in enumerate(lines)
        if place and (is_tally(line) or (is_related_heading(line) and line.text not in repeated))
    ]


def _repeated(lines: Sequence[Line]) -> set[str]:
    """Return the headings of related posts that are none, as "Read more" behind each item."""
    counts = Counter(line.text for line in lines if is_related_heading(line))
    return {text for text, count in counts.items() if count > 1 and READ_MORE.fullmatch(text)}


def label_tail(lines: Sequence[Line], start: int) -> dict[int, Label]:
    """Return what the lines from ``start`` on are: tallies, notices, related posts, and clutter."""
    labels: dict[int, Label] = {}
    related: list[int] = []
    listing = False
    for place in range(start, len(lines)):
        line = lines[place]
        if is_related_heading(line):
            listing = not (line.outside and is_of_the_site(line))
            labels[place] = Label(Role.LABEL if listing else Role.DISCARDED)
        elif is_tally(line):
            listing = False
            labels[place] = Label(Role.TALLY)
        elif kind := notice_kind(line) if width(line.text) < 400 and not listing else _hard_notice(line):
            listing = False
            labels[place] = Label(Role.DISCARDED if line.outside else Role.NOTICE, kind)
        elif (
            is_rule(line)
            or is_clutter(line)
            or not listing
            or (is_byline(line) and width(line.text) < _EXCERPT)
        ):
            labels[place] = Label(Role.DISCARDED)
        else:
            related.append(place)
    return labels | _posts(lines, related)


def _hard_notice(line: Line) -> str:
    """Return the kind of a notice that ends a list of related posts: excerpts may hold softer words."""
    kind = notice_kind(line)
    return kind if kind == "copyright" and width(line.text) < 160 else ""


def _posts(lines: Sequence[Line], places: Sequence[int]) -> dict[int, Label]:
    """Tell titles from excerpts: by the gaps between posts where those differ, else by their ends."""
    blanks = {lines[place].blanks for place in places[1:]}
    wide = max(blanks, default=0) if len(blanks) > 1 else None
    labels: dict[int, Label] = {}
    before: Role | None = None
    for place in places:
        line = lines[place]
        if wide is not None:
            is_title = before is None or line.blanks >= wide
        else:
            is_title = before is not Role.RELATED_TITLE or not _is_excerpt(line.text)
            is_title = is_title and not (before is Role.RELATED_EXCERPT and _CUT_OFF.search(line.text))
        before = Role.RELATED_TITLE if is_title else Role.RELATED_EXCERPT
        labels[place] = Label(before)
    return labels


def _is_excerpt(text: str) -> bool:
    return _CUT_OFF.search(text) is not None or (
        width(text) > _EXCERPT and ends_sentence(text) and text[-1] not in "?!？！"
    )


def is_conclusion_heading(text: str) -> bool:
    """Whether a heading says that the conclusion follows."""
    bare = re.sub(r"^[\W\d_]+|\W+$", "", text)
    return width(bare) <= 80 and CONCLUSION_HEADING.fullmatch(bare) is not None


def opens_conclusion(text: str) -> bool:
    """Whether a paragraph begins as conclusions do."""
    return CONCLUSION_OPENING.match(text.lstrip(" \"“'’*—–-")) is not None
