"""What a document tells about its own date: the year that "On April 8" belongs to."""

from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=60)  # how far a document may look ahead without naming the year


@dataclass(frozen=True, slots=True)
class Reference:
    """The year of a document, its day where that is known; ``assumed`` if nothing in it told the year."""

    year: int
    day: date | None = None
    assumed: bool = False

    def year_of(self, month: int, day: int = 1) -> int:
        """Return the year of a date told without one: of the document, or before it at the turn of a year."""
        if self.day is None:
            return self.year
        for year in (self.day.year, self.day.year - 1):
            told = safe_date(year, month, day)
            if told and told <= self.day + AHEAD:
                return year
        return self.year


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None if there is no such one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
