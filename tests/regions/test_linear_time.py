"""What is typed, however long, costs time in proportion to its length. FAULTS R01."""

from collections.abc import Callable
from time import process_time

import pytest

from regions.models import Region
from regions.text import clean_text, fold, slug_for

UNITS = ["a", "a ", " ", "\t", "\r\n", "\x00", "\u2028", "e\u0301", "\u0301", "浙", "’", "-", "ﷺ", "\ud800"]


def named(text: str) -> None:
    str(Region.objects.named(text).best_first(text).query)


def seconds(function: Callable[[str], object], text: str) -> float:
    measured = []
    for _ in range(3):
        start = process_time()
        function(text)
        measured.append(process_time() - start)
    return min(measured)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("function", [clean_text, slug_for, fold])
def test_four_times_the_text_takes_about_four_times_as_long(
    function: Callable[[str], object], unit: str
) -> None:
    """Were it quadratic, it would take sixteen times as long."""
    assert seconds(function, unit * 40_000) < 10 * max(seconds(function, unit * 10_000), 0.001)


@pytest.mark.parametrize("unit", ["a", "ﷺ", "\x00", ",", "a,", "，", "·a"], ids=ascii)
def test_no_more_of_a_search_is_read_than_names_can_hold(unit: str) -> None:
    assert seconds(named, unit * 400_000) < 4 * max(seconds(named, unit * 1_000), 0.005)


@pytest.mark.django_db
@pytest.mark.parametrize("unit", ["a,", "a", "浙", "% "])
def test_a_search_of_any_length_is_answered(unit: str) -> None:
    """SQLite refuses a pattern of 50,000 bytes and a thousand conditions."""
    text = unit * 50_000
    assert list(Region.objects.named(text).best_first(text)) == []
