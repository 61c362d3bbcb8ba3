"""The printed numbers of a digest's items: counted from their order, never typed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol


class Countable(Protocol):
    """What an item must tell to be counted."""

    @property
    def numbered(self) -> bool:
        """Whether the item bears a number."""

    @property
    def restarts_numbering(self) -> bool:
        """Whether the count begins again at the item."""

    @property
    def skip_before(self) -> int:
        """How many numbers are left out before the item."""


class _Counted(NamedTuple):
    numbered: bool
    restarts_numbering: bool
    skip_before: int


def numbers(items: Iterable[Countable]) -> Iterator[int | None]:
    """Yield the number of each item in order, None for an unnumbered one.

    An item that restarts the count makes the next number 1; ``skip_before`` leaves numbers out first.
    """
    count = 0
    for item in items:
        if item.restarts_numbering:
            count = 0
        count += item.skip_before
        if item.numbered:
            count += 1
            yield count
        else:
            yield None


def numbers_of(rows: Iterable[tuple[int, bool, bool, int]]) -> dict[int, int | None]:
    """Return the number of each item by its id, from its article's rows of (id, numbered, restarts, skip)."""
    listed = list(rows)
    counted = numbers(_Counted(*row[1:]) for row in listed)
    return {row[0]: number for row, number in zip(listed, counted, strict=True)}


def printed(number: int | None) -> str:
    """Return the number as digests print it, with two digits: ``05``; empty for None."""
    return "" if number is None else f"{number:02d}"
