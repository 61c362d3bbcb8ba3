"""Bars as the dashboard draws them: numbers in, places on a drawing of a fixed size out."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 20, 12, 26
_GAP = 0.25  # of a column's width
_LABELS = 6


@dataclass(frozen=True, slots=True)
class Column:
    """What stands over one label: a number for each series of the chart."""

    label: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of the drawing; ``series`` is its number, from 1."""

    x: str
    y: str
    width: str
    height: str
    series: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A line or a label, and what is written there."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Stacked bars. ``key`` names the drawing in its page; ``about`` tells in words what it shows."""

    key: str
    title: str
    about: str
    series: tuple[str, ...]
    columns: Sequence[Column]

    width, height, left, right, bottom = WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM

    @property
    def total(self) -> int:
        """The sum of all numbers."""
        return sum(sum(column.values) for column in self.columns)

    @property
    def top(self) -> int:
        """The number at the upper end of the scale."""
        return round_up(max((sum(column.values) for column in self.columns), default=0))

    @property
    def bars(self) -> list[Bar]:
        """The bars, those of the first series at the bottom."""
        found = []
        for index, column in enumerate(self.columns):
            below = 0
            for series, value in enumerate(column.values, start=1):
                if value > 0:
                    found.append(self._bar(index, series, below, value))
                    below += value
        return found

    @property
    def lines(self) -> list[Mark]:
        """The lines of the scale: at nothing, in the middle, and at its upper end."""
        numbers = [0, self.top // 2, self.top] if self.top > 1 else [0, self.top]
        return [Mark(_place(self._y(number)), f"{number:,}") for number in numbers]

    @property
    def labels(self) -> list[Mark]:
        """A few of the columns' labels, the last one always."""
        step = max(1, -(-len(self.columns) // _LABELS))
        last = len(self.columns) - 1
        shown = [index for index in range(len(self.columns)) if (last - index) % step == 0]
        return [Mark(_place(self._x(index + 0.5)), self.columns[index].label) for index in shown]

    def _bar(self, index: int, series: int, below: int, value: int) -> Bar:
        upper, lower = self._y(below + value), self._y(below)
        width = (self._x(1) - self._x(0)) * (1 - _GAP)
        x = self._x(index + _GAP / 2)
        return Bar(_place(x), _place(upper), _place(width), _place(lower - upper), series)

    def _x(self, column: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * column / max(1, len(self.columns))

    def _y(self, number: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * number / self.top


def round_up(number: int) -> int:
    """Return the next round number: 2, 4, 6, 8, 10, 20, 40, …, so that its half is a whole one."""
    if number <= 2:
        return 2
    power: int = 10 ** floor(log10(number))
    return next(step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= number)


def _place(value: float) -> str:
    """Return a place as SVG writes it, whatever the language of the page."""
    return f"{value:.1f}"
