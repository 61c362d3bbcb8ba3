"""What an editor decides about bursts: votes are released into the tally or voided, by time window."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import Count, DateField
from django.db.models.functions import TruncDate

from articles.choices import VoteState
from articles.models import HelpfulVote, VoteTally
from articles.voting.figures import Figures
from articles.voting.ledger import Ledger


@dataclass(frozen=True, slots=True)
class HeldWindow:
    """The held votes on an article that were cast in one hour."""

    article_id: int
    title: str
    since: datetime
    held: Figures

    @property
    def until(self) -> datetime:
        """The end of the hour, which belongs to the next one."""
        return self.since + timedelta(hours=1)


def windows() -> list[HeldWindow]:
    """Return the hours with held votes, the latest first; tallies tell which articles to look at."""
    articles = list(VoteTally.objects.with_held_votes().values_list("pk", flat=True))
    rows = HelpfulVote.objects.held().filter(article__in=articles).by_hour()
    found: dict[tuple[int, datetime], HeldWindow] = {}
    for article_id, title, hour, helpful, votes in rows:
        known = found.get((article_id, hour))
        held = known.held if known else Figures()
        figures = Figures(held.yes + votes, held.no) if helpful else Figures(held.yes, held.no + votes)
        found[article_id, hour] = HeldWindow(article_id, title, hour, figures)
    return list(found.values())


def held_and_counted(article_id: int, since: datetime, until: datetime) -> tuple[Figures, Figures]:
    """Return the held and the counted votes of a window: what may be decided about."""
    votes = HelpfulVote.objects.cast_between(article_id, since, until)
    groups = votes.values_list("state", "helpful").annotate(votes=Count("pk")).order_by()
    counts = {(state, helpful): number for state, helpful, number in groups}
    return _figures(counts, VoteState.HELD), _figures(counts, VoteState.COUNTED)


def _figures(counts: dict[tuple[str, bool], int], state: VoteState) -> Figures:
    return Figures(counts.get((state, True), 0), counts.get((state, False), 0))


def release(article_id: int, since: datetime, until: datetime) -> int:
    """Count the held votes on an article cast from ``since`` to before ``until``; return their number."""
    return _decide(article_id, since, until, {VoteState.HELD}, VoteState.COUNTED)


def void(article_id: int, since: datetime, until: datetime, *, counted_too: bool = False) -> int:
    """Void the held votes of a window for good, and the counted ones if asked to; return their number.

    The first votes of a burst are counted before it is known for one. To its voter a void vote still looks
    counted.
    """
    states = {VoteState.HELD, VoteState.COUNTED} if counted_too else {VoteState.HELD}
    return _decide(article_id, since, until, states, VoteState.VOID)


@transaction.atomic
def _decide(
    article_id: int, since: datetime, until: datetime, states: set[VoteState], decision: VoteState
) -> int:
    ledger = Ledger(VoteTally.objects.locked(article_id))
    votes = HelpfulVote.objects.cast_between(article_id, since, until).filter(state__in=states)
    day = TruncDate("created_at", tzinfo=UTC, output_field=DateField())
    groups = votes.annotate(day=day).values_list("state", "helpful", "day").annotate(votes=Count("pk"))
    for state, helpful, cast_on, number in groups.order_by():
        ledger.move(state, helpful=helpful, day=cast_on, by=-number)
        ledger.move(decision, helpful=helpful, day=cast_on, by=number)
    decided = votes.update(state=decision)
    ledger.write()
    return decided
