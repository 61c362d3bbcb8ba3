"""What an editor decides about bursts: votes are released into the tally or voided, by time window."""

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Count, DateField
from django.db.models.functions import TruncDate

from articles.choices import VoteState
from articles.models import HelpfulVote, VoteTally
from articles.voting.ledger import Ledger


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
