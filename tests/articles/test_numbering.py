from dataclasses import dataclass

import pytest

from articles.numbering import number_of, numbers, printed


@dataclass
class Item:
    numbered: bool = True
    restarts_numbering: bool = False
    skip_before: int = 0


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], []),
        ([Item(), Item(), Item()], [1, 2, 3]),
        ([Item(), Item(numbered=False), Item()], [1, None, 2]),
        ([Item(), Item(), Item(restarts_numbering=True), Item()], [1, 2, 1, 2]),
        ([Item(), Item(skip_before=1), Item()], [1, 3, 4]),
        ([Item(), Item(numbered=False, restarts_numbering=True), Item()], [1, None, 1]),
        ([Item(restarts_numbering=True, skip_before=2)], [3]),
    ],
)
def test_items_are_counted_in_order(items: list[Item], expected: list[int | None]) -> None:
    assert list(numbers(items)) == expected


def test_one_item_finds_its_number_among_its_siblings() -> None:
    rows = [(7, True, False, 0), (3, False, False, 0), (9, True, False, 1)]
    assert [number_of(rows, pk) for pk in (7, 3, 9, 5)] == [1, None, 3, None]


def test_numbers_are_printed_with_two_digits() -> None:
    assert [printed(5), printed(12), printed(100), printed(None)] == ["05", "12", "100", ""]
