"""The beginning of a text: its title, who wrote it, standfirst and introduction."""

import re
from collections.abc import Sequence

from articles.importing.characters import width, words
from articles.importing.clutter import is_byline, is_clutter, is_rule
from articles.importing.lines import Line
from articles.importing.markers import BULLET, markers_of
from articles.importing.places import Atlas
from articles.importing.roles import Role
from articles.importing.shapes import ends_sentence, has_sentences, is_heading_shaped, is_name

_LOOK = 12  # lines in which a title is looked for
_LONGEST_TITLE = 250
_LONGEST_STANDFIRST = 400
_LABELLED = re.compile(
    r"(?:summary|abstract|standfirst|in brief|tl;?dr|摘要|导语|导读|提要|核心提示|要旨|概要|"
    r"chapô|résumé|kurz gefasst|zusammenfassung|resumen|entradilla|sommario|resumo|"
    r"samenvatting|кратко|аннотация)\s*[:：]\s*",
    re.IGNORECASE,
)  # fmt: skip
_INTRODUCTION = re.compile(
    r"introduction|background|overview|foreword|editorial|前言|引言|导语|背景|概述|はじめに|einleitung|vorwort|"
    r"introducci[oó]n|introduzione|introdução|inleiding|введение|wstęp|inledning|contexte|avant-propos",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"(?:title|headline|subject|标题|題名|titre|titel|título|titolo|тема)\s*[:：]\s*", re.IGNORECASE
)


def title_of(every: Sequence[Line], told: str, atlas: Atlas) -> int | None:
    """Return the place of the line that is the title, as it may be ``told`` beside the text, or None."""
    lines = every[:_LOOK]
    known = words(told)
    for place, line in enumerate(lines):
        if (
            known
            and words(line.text)
            and (words(line.text) == known or (line.level == 1 and words(line.text) in known))
        ):
            return place
    for place, line in enumerate(every[:60]):
        if line.level == 1 and not line.outside and not markers_of(line.text):
            return (
                place if sum(other.level == 1 for other in every) == 1 or place == 0 else _first(lines, atlas)
            )
    return _first(lines, atlas)


def _first(lines: Sequence[Line], atlas: Atlas) -> int | None:
    for place, line in enumerate(lines):
        if line.outside or is_rule(line) or is_byline(line) or (is_clutter(line) and width(line.text) < 60):
            continue
        return place if _may_be_title(line, lines[place + 1 : place + 2], atlas) else None
    return None


def _may_be_title(line: Line, after: Sequence[Line], atlas: Atlas) -> bool:
    if line.decorated:
        return not any(marker.value == 1 for marker in markers_of(line.text))
    if width(line.text) > _LONGEST_TITLE or (has_sentences(line.text) and width(line.text) > 160):
        return False
    if (
        any(marker.value == 1 or marker.style == BULLET for marker in markers_of(line.text))
        and not line.quoted
    ):
        return False
    if is_name(line.text, atlas) or line.text[-1] in ",，、;；":
        return False
    if is_heading_shaped(line.text, longest=_LONGEST_TITLE) or not ends_sentence(line.text):
        return True
    return line.text[-1] in "?!？！" or (bool(after) and width(line.text) < 120 and not after[0].decorated)


def title_text(line: Line) -> str:
    """Return the title that a line gives, without "Title:" before it."""
    return _TITLE_LABEL.sub("", line.text, count=1) or line.text


def roles_of(lines: Sequence[Line], title: int | None, end: int) -> dict[int, Role]:
    """Return what the lines before the first item, at ``end``, are."""
    roles: dict[int, Role] = {}
    prose = []
    for place in range(end):
        line = lines[place]
        if place == title:
            roles[place] = Role.TITLE
        elif is_rule(line) or is_clutter(line) or (title is not None and place < title):
            roles[place] = Role.BYLINE if is_byline(line) else Role.DISCARDED
        elif is_byline(line):
            roles[place] = Role.BYLINE
        elif is_introduction_heading(line.text) or _is_counted_introduction(line):
            roles[place] = Role.LABEL
        else:
            roles[place] = Role.INTRODUCTION
            prose.append(place)
    if prose and _is_standfirst(lines, prose):
        roles[prose[0]] = Role.STANDFIRST
    return roles


def _is_standfirst(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Whether the first of the paragraphs stands out from those behind it, or says that it is the summary."""
    first = lines[prose[0]]
    if width(first.text) > _LONGEST_STANDFIRST or markers_of(first.text):
        return False
    if _LABELLED.match(first.text):
        return True
    stands_out = first.decorated or first.quoted or first.lead >= len(first.text.rstrip(".。"))
    if len(prose) == 1:
        return first.quoted or first.level == 2 or (first.bold and ends_sentence(first.text))
    others_alike = all(
        lines[place].decorated == first.decorated and lines[place].quoted == first.quoted
        for place in prose[1:]
    )
    return (stands_out and not others_alike) or (not ends_sentence(first.text) and width(first.text) > 25)


def is_introduction_heading(text: str) -> bool:
    """Whether a heading says that the introduction follows."""
    return _INTRODUCTION.fullmatch(text.strip(" :：.。-—")) is not None


def _is_counted_introduction(line: Line) -> bool:
    return any(is_introduction_heading(line.text[marker.end :]) for marker in markers_of(line.text))


def standfirst_text(text: str) -> str:
    """Return a standfirst without the word that announces it."""
    return _LABELLED.sub("", text, count=1) or text
