"""Dates from words, with the year of the document, as exactly as they are told."""

from datetime import date

import pytest

from articles.importing.dates.finding import find_dates, reference_of
from articles.importing.dates.reference import Reference

IN_2020 = Reference(2020, date(2020, 4, 15))


def told(text: str, language: str = "en", reference: Reference = IN_2020) -> list[tuple[str, str, str]]:
    return [(str(one.date), one.precision, one.text) for one in find_dates(text, language, reference)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On April 8, it said", ("2020-04-08", "day", "April 8")),
        ("en", "as of April 7 there were", ("2020-04-07", "day", "April 7")),
        ("en", "on 3rd May 2021", ("2021-05-03", "day", "3rd May 2021")),
        ("en", "by the second quarter of 2021", ("2021-04-01", "quarter", "second quarter of 2021")),
        ("en", "In Q3 2019", ("2019-07-01", "quarter", "Q3 2019")),
        ("en", "since March, banks", ("2020-03-01", "month", "since March")),
        ("en", "from May 2021", ("2021-05-01", "month", "May 2021")),
        ("en", "in 2018, the law", ("2018-01-01", "year", "in 2018")),
        ("en", "last week the court", ("2020-04-01", "month", "last week")),
        ("en", "yesterday", ("2020-04-14", "day", "yesterday")),
        ("en", "2020-04-08 or so", ("2020-04-08", "day", "2020-04-08")),
        ("en", "on December 20, before", ("2019-12-20", "day", "December 20")),
        ("zh", "4月8日，省政府", ("2020-04-08", "day", "4月8日")),
        ("zh", "４月８日", ("2020-04-08", "day", "４月８日")),
        ("zh", "二〇二一年五月三日", ("2021-05-03", "day", "二〇二一年五月三日")),
        ("zh", "2021年第二季度", ("2021-04-01", "quarter", "2021年第二季度")),
        ("zh", "上月", ("2020-03-01", "month", "上月")),
        ("ja", "2020年4月8日に", ("2020-04-08", "day", "2020年4月8日")),
        ("fr", "le 8 avril", ("2020-04-08", "day", "8 avril")),
        ("fr", "le 1er mars 2021", ("2021-03-01", "day", "1er mars 2021")),
        ("de", "am 8. April", ("2020-04-08", "day", "8. April")),
        ("de", "am 08.04.2020", ("2020-04-08", "day", "08.04.2020")),
        ("es", "el 8 de abril de 2020", ("2020-04-08", "day", "8 de abril de 2020")),
        ("ru", "8 апреля 2020 года", ("2020-04-08", "day", "8 апреля 2020")),
    ],
)
def test_a_date_is_read(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(text, language) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "5.15 billion yuan",
        "5G",
        "a rate of 99.7%",
        "it may 5 times",
        "on 31 April",
        "4/8/2020",
        "version 2.0.1",
        "45,000",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_week_needs_the_day_of_the_document() -> None:
    assert told("last week", reference=Reference(2020)) == []


@pytest.mark.parametrize(
    ("texts", "beside", "expected"),
    [
        (["A title", "Published on 3 March 2021"], "", Reference(2021, date(2021, 3, 3))),
        (["A title", "On April 8 it said"], "2019-05-06T10:00", Reference(2019, date(2019, 5, 6))),
        (["A title of 2018", "Plan 2020, plan 2018"], "", Reference(2018)),
        (["A title", "On April 8"], "", Reference(2026, assumed=True)),
    ],
)
def test_the_document_tells_its_year(texts: list[str], beside: str, expected: Reference) -> None:
    assert reference_of(texts, "en", date(2026, 11, 24), beside) == expected
