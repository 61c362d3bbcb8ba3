"""The figures of one article: its tally and its daily counts, moved together, under the tally's lock."""

from collections import defaultdict
from datetime import UTC, date, datetime

from articles.choices import VoteState
from articles.models import HelpfulVote, VoteDay, VoteTally

_PREFIXES = {VoteState.COUNTED: "", VoteState.HELD: "held_"}
COUNT_COLUMNS = ("yes", "no", "held_yes", "held_no")


def day_of(moment: datetime) -> date:
    """Return the day (in UTC) that a vote first cast at ``moment`` is counted on, changed or not."""
    return moment.astimezone(UTC).date()


def column_of(state: str, *, helpful: bool) -> str | None:
    """Return the column of the tally that such a vote is counted in; None for a void one."""
    answer = "yes" if helpful else "no"
    return f"{_PREFIXES[VoteState(state)]}{answer}" if state in _PREFIXES else None


class Ledger:
    """Collects what votes add to and take from a locked tally, then writes it at once."""

    def __init__(self, tally: VoteTally) -> None:
        self.tally = tally
        self._columns: set[str] = set()
        self._days: dict[date, dict[str, int]] = defaultdict(lambda: {"yes": 0, "no": 0})

    def add(self, vote: HelpfulVote) -> None:
        """Count the vote as it is now."""
        self.move(vote.state, helpful=vote.helpful, day=day_of(vote.created_at), by=1)

    def take(self, vote: HelpfulVote) -> None:
        """Count the vote no longer; call it before the vote changes."""
        self.move(vote.state, helpful=vote.helpful, day=day_of(vote.created_at), by=-1)

    def move(self, state: str, *, helpful: bool, day: date, by: int) -> None:
        """Add ``by`` votes of one state and answer, first cast on one day."""
        column = column_of(state, helpful=helpful)
        if column is None:
            return
        setattr(self.tally, column, getattr(self.tally, column) + by)
        self._columns.add(column)
        if state == VoteState.COUNTED:
            self._days[day][column] += by

    def write(self) -> None:
        """Save what has moved: the tally first, then the days in their order."""
        if self._columns:
            moved = {column: getattr(self.tally, column) for column in self._columns}
            VoteTally.objects.filter(article=self.tally.article_id).update(**moved)
        for day, counts in sorted(self._days.items()):
            if any(counts.values()):
                VoteDay.objects.move(self.tally.article_id, day, **counts)
