from datetime import date

import pytest

from articles.choices import DatePrecision
from articles.dates import machine_readable, spelled, time_element


@pytest.mark.parametrize(
    ("day", "precision", "words", "machine"),
    [
        (date(2020, 4, 8), DatePrecision.DAY, "8 April 2020", "2020-04-08"),
        (date(2020, 4, 1), DatePrecision.MONTH, "April 2020", "2020-04"),
        (date(2020, 1, 1), DatePrecision.QUARTER, "first quarter of 2020", "2020"),
        (date(2020, 4, 1), DatePrecision.QUARTER, "second quarter of 2020", "2020"),
        (date(2020, 12, 31), DatePrecision.QUARTER, "fourth quarter of 2020", "2020"),
        (date(2020, 1, 1), DatePrecision.YEAR, "2020", "2020"),
        (date(987, 1, 1), DatePrecision.YEAR, "0987", "0987"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    day: date, precision: str, words: str, machine: str
) -> None:
    assert spelled(day, precision) == words
    assert machine_readable(day, precision) == machine
    assert time_element(day, precision) == f'<time datetime="{machine}">{words}</time>'


def test_the_day_is_what_a_date_is_known_to_unless_said_otherwise() -> None:
    assert spelled(date(2020, 2, 29)) == "29 February 2020"
