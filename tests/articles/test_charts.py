"""Bars stand where their numbers say."""

import pytest

from articles.charts import BOTTOM, HEIGHT, LEFT, TOP, WIDTH, BarChart, Column, round_up


def chart(*columns: tuple[int, ...]) -> BarChart:
    named = [Column(f"day {number}", values) for number, values in enumerate(columns, start=1)]
    return BarChart("votes", "Votes", "Votes of some days.", ("Yes", "No"), named)


@pytest.mark.parametrize(
    ("number", "top"),
    [(0, 2), (1, 2), (2, 2), (3, 4), (5, 6), (9, 10), (11, 20), (21, 40), (99, 100), (101, 200)],
)
def test_the_scale_ends_at_a_round_number_not_below_the_highest(number: int, top: int) -> None:
    assert round_up(number) == top


def test_a_bar_is_as_high_as_its_number_and_the_next_series_stands_on_it() -> None:
    yes, no = chart((5, 5)).bars
    drawn = HEIGHT - TOP - BOTTOM
    assert float(yes.height) == float(no.height) == drawn / 2
    assert float(yes.y) + float(yes.height) == HEIGHT - BOTTOM
    assert float(no.y) + float(no.height) == float(yes.y)
    assert (yes.series, no.series) == (1, 2)


def test_bars_stand_side_by_side_inside_the_drawing() -> None:
    bars = chart(*[(1, 0)] * 30).bars
    places = [float(bar.x) for bar in bars]
    assert places == sorted(places)
    assert places[0] >= LEFT
    assert places[-1] + float(bars[-1].width) <= WIDTH


def test_nothing_is_drawn_for_nothing() -> None:
    empty = chart((0, 0), (0, 0))
    assert (empty.bars, empty.total) == ([], 0)
    assert chart((0, -1)).bars == []
    assert chart().labels == []


def test_the_scale_is_labelled_below_in_the_middle_and_above() -> None:
    assert [line.text for line in chart((1500, 0)).lines] == ["0", "1,000", "2,000"]


def test_a_few_columns_are_labelled_the_last_one_always() -> None:
    labels = chart(*[(1, 0)] * 30).labels
    assert len(labels) <= 6
    assert labels[-1].text == "day 30"
