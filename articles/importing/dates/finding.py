"""Reads the dates out of a text, each with its precision and the words that tell it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from articles.importing.characters import folded
from articles.importing.dates.grammar import Form, forms_of, quarter_of
from articles.importing.dates.names import months_of
from articles.importing.dates.reference import Reference, safe_date
from articles.importing.numerals import from_han

_YEAR = re.compile(r"(?<![\d.,/$€£¥-])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "0001" + "23456789")
ORDER = {"day": 0, "month": 1, "quarter": 2, "year": 3}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, or the first day of a span, that the characters ``start`` to ``end`` of a text tell."""

    date: date
    precision: str
    text: str
    start: int
    end: int


def find_dates(text: str, language: str, reference: Reference) -> list[FoundDate]:
    """Return the dates in their order; those that can't be, such as 31 April, are left out."""
    plain, short = folded(text), language.split("-")[0]
    found = [
        (match, told)
        for form in forms_of(short)
        for match in form.pattern.finditer(plain)
        if (told := _told(form, match, short, reference))
    ]
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    return list(_apart(text, found))


def reference_of(texts: list[str], language: str, today: date, told: str = "") -> Reference:
    """Return the date of a document: as it is ``told`` beside it, as its first lines tell it, or its years.

    Where nothing tells the year, that of ``today`` is assumed.
    """
    unknown = Reference(today.year, None, assumed=True)
    for text in (told, *texts[:4]):
        for match in find_dates(text[:400], language, unknown) if text else ():
            if match.precision == "day" and _YEAR.search(match.text):
                return Reference(match.date.year, match.date)
    years = Counter(
        int(year)
        for place, text in enumerate(texts)
        for year in _YEAR.findall(text[:2_000]) * (3 if place < 2 else 1)
        if 1990 <= int(year) <= today.year + 1
    )
    return Reference(years.most_common(1)[0][0]) if years else unknown


def _apart(text: str, found: list[tuple[re.Match[str], tuple[date, str]]]) -> Iterator[FoundDate]:
    """Yield what does not lie inside of what came before."""
    behind = 0
    for match, (day, precision) in found:
        if match.start() >= behind:
            behind = match.end()
            yield FoundDate(day, precision, text[match.start() : behind], match.start(), behind)


def _told(form: Form, match: re.Match[str], language: str, reference: Reference) -> tuple[date, str] | None:
    if form.kind in ("date", "slashed", "quarter"):
        parts = {name: value for name, value in match.groupdict().items() if value}
        if form.kind == "quarter":
            return _quarter(parts, reference)
        return _calendar(parts, form.kind == "slashed", language, reference)
    return _relative(form.kind, reference)


def _calendar(
    parts: dict[str, str], slashed: bool, language: str, reference: Reference
) -> tuple[date, str] | None:
    month = _number(parts["month"], language) if "month" in parts else None
    day = _number(parts["day"], language) if "day" in parts else None
    if slashed and month and day:
        if language == "en" and month <= 12 and day <= 12 and month != day:
            return None  # 4/8/2020: April in New York, August in London
        month, day = (day, month) if month > 12 else (month, day)
    year = _year(parts["year"]) if "year" in parts else reference.year_of(month or 1, day or 1)
    told = safe_date(year, month or 1, day or 1) if month != 0 else None
    precision = "day" if day else "month" if month else "year"
    return (told, precision) if told else None


def _quarter(parts: dict[str, str], reference: Reference) -> tuple[date, str] | None:
    quarter = quarter_of(parts["quarter"])
    year = _year(parts["year"]) if "year" in parts else reference.year
    return (date(year, 3 * quarter - 2, 1), "quarter") if quarter else None


def _relative(kind: str, reference: Reference) -> tuple[date, str] | None:
    """Return what "last week" means; a week is told by its month, as no precision lies between."""
    unit, steps = kind.split(" ")
    if unit == "year":
        return date(reference.year + int(steps), 1, 1), "year"
    if reference.day is None:
        return None
    if unit == "day":
        return reference.day + timedelta(days=int(steps)), "day"
    if unit == "week":
        return (reference.day + timedelta(weeks=int(steps))).replace(day=1), "month"
    before = reference.day.replace(day=1) + timedelta(days=int(steps))
    return before.replace(day=1), "month"


def _year(text: str) -> int:
    return int(text.translate(_DIGITS))


def _number(text: str, language: str) -> int:
    if text.isdecimal():
        return int(text)
    return months_of(language).get(text.lower().rstrip("."), 0) or (
        from_han(text) or 0 if _is_han(text) else 0
    )


def _is_han(text: str) -> bool:
    return all("\u3007" <= char <= "\u9fff" for char in text)
