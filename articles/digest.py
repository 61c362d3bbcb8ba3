"""A digest as readers see it: its items in order, each with its printed number, section and timeline."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import PolicyItem
from articles.numbering import numbers, printed
from articles.steps import Timeline, timelines_of


@dataclass(frozen=True)
class Entry:
    """One item at its place in a digest; ``number`` is None where it is unnumbered.

    ``level`` is that of its heading: one deeper under the heading of a section.
    """

    item: PolicyItem
    number: int | None
    timeline: Timeline
    level: int = 2

    @property
    def printed_number(self) -> str:
        """The number with two digits, empty where there is none."""
        return printed(self.number)

    @property
    def step_number(self) -> int:
        """Which step of its policy the item is."""
        return self.timeline.number_of(self.item)


def entries_of(items: Sequence[PolicyItem]) -> list[Entry]:
    """Return the entries of a digest's items, which are given in their order."""
    timelines = timelines_of(items)
    entries, level = [], 2
    for item, number in zip(items, numbers(items), strict=True):
        level = 3 if item.section else level
        entries.append(Entry(item, number, timelines[item.pk], level))
    return entries
