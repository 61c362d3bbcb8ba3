"""The numbers of a source as the counting of items tells them: restarts, and numbers that are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.importing.digest import ParsedItem


@dataclass(frozen=True, slots=True)
class Count:
    """How an item is counted, in ``PolicyItem``'s words, and the section printed above it, if a new one."""

    numbered: bool
    restarts_numbering: bool
    skip_before: int
    section: str


def counts_of(items: Sequence[ParsedItem]) -> Iterator[Count]:
    """Yield for each item how it is counted, so that it gets the number that the source prints."""
    last, section = 0, None
    for item in items:
        heading = item.section or "" if item.section != section else ""
        section = item.section
        if item.number is None:
            yield Count(False, False, 0, heading)
            continue
        restarts = item.number <= last
        skipped = item.number - 1 - (0 if restarts else last)
        last = item.number
        yield Count(True, restarts, skipped, heading)
