"""What a document tells about its own date: the year that "On April 8" belongs to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reference:
    """The year of a document, its day where that is known; ``assumed`` if nothing in it told the year."""

    year: int
    day: date | None = None
    assumed: bool = False

    def year_of(self, month: int, day: int = 1) -> int:
        """Return the year of a date told without one: that in which it is nearest to the document's day."""
        own = self.day
        if own is None:
            return self.year
        told = [safe_date(own.year + step, month, day) for step in (0, -1, 1)]
        near = [one for one in told if one is not None]
        return min(near, key=lambda one: abs(one - own)).year if near else self.year


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None if there is no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
