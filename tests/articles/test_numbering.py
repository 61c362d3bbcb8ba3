import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from articles.numbering import numbers, numbers_of, printed

# The script of the desk counts by the same table: tests/browser/test_item_lines.py.
CASES = json.loads((Path(__file__).parent / "numbering.json").read_text())


@dataclass
class Item:
    numbered: bool = True
    restarts_numbering: bool = False
    skip_before: int = 0


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_items_are_counted_in_order(case: dict[str, Any]) -> None:
    assert list(numbers(Item(**item) for item in case["items"])) == case["numbers"]


def test_items_find_their_numbers_among_their_siblings() -> None:
    rows = [(7, True, False, 0), (3, False, False, 0), (9, True, False, 1)]
    assert numbers_of(rows) == {7: 1, 3: None, 9: 3}


def test_numbers_are_printed_with_two_digits() -> None:
    assert [printed(5), printed(12), printed(100), printed(None)] == ["05", "12", "100", ""]
