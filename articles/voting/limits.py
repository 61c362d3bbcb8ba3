"""How many votes a network and an article may see: settings ``VOTE_LIMIT_…`` and ``VOTE_BURST_…``, 0 is off.

Days and hours are UTC's. A network over a limit is told so; a burst on an article is held for an editor.
"""

from datetime import UTC, datetime, time, timedelta
from math import ceil

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.choices import VoteState
from articles.models import HelpfulVote, VoteDay, VoteRate
from articles.voting.ledger import day_of
from articles.voting.refusals import LimitReachedError

MAX_CHANGES = 5
REST_AFTER_CHANGES = timedelta(days=1)
USUAL_OVER = timedelta(days=28)
BURST_FACTOR = 10  # times the usual hourly rate

_HOUR = timedelta(hours=1)


def need_network() -> bool:
    """Tell whether any limit looks at networks; where none does, none is stored."""
    return bool(settings.VOTE_LIMIT_VOTERS_PER_DAY or settings.VOTE_LIMIT_PER_HOUR)


def hour_of(moment: datetime) -> datetime:
    """Return the beginning of the hour."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def check_voters_today(article_id: int, network: bytes | None, now: datetime) -> None:
    """Raise :exc:`LimitReachedError` when a network has as many voters on the article today as it may."""
    limit = settings.VOTE_LIMIT_VOTERS_PER_DAY
    if not limit or network is None:
        return
    if HelpfulVote.objects.from_network(article_id, network).count() >= limit:
        tomorrow = datetime.combine(day_of(now) + timedelta(days=1), time(), UTC)
        text = ngettext(
            "Your vote was not counted. {limit} vote on this article has already come from your network "
            "today, and that is the limit.",
            "Your vote was not counted. {limit} votes on this article have already come from your network "
            "today, and that is the limit.",
            limit,
        )
        raise _network_is_full(text.format(limit=limit), _seconds_until(tomorrow, now))


def spend_hour(network: bytes | None, now: datetime) -> None:
    """Take one of the network's places in this hour; raise :exc:`LimitReachedError` when none is left."""
    limit, hour = settings.VOTE_LIMIT_PER_HOUR, hour_of(now)
    if limit and network is not None and not VoteRate.objects.spend(network, hour, limit=limit):
        text = ngettext(
            "Your vote was not counted. {limit} vote has already come from your network within this hour, "
            "and that is the limit.",
            "Your vote was not counted. {limit} votes have already come from your network within this hour, "
            "and that is the limit.",
            limit,
        )
        raise _network_is_full(text.format(limit=limit), _seconds_until(hour + _HOUR, now))


def give_back_hour(vote: HelpfulVote) -> None:
    """Give back the place that a vote took when it was first cast."""
    if settings.VOTE_LIMIT_PER_HOUR and vote.network is not None:
        VoteRate.objects.give_back(bytes(vote.network), hour_of(vote.created_at))


def changes_after(vote: HelpfulVote, now: datetime) -> int:
    """Return the vote's number of changes after one more; a day's rest begins the count anew.

    Raises :exc:`LimitReachedError` when the vote has been changed five times already.
    """
    rested_at = vote.changed_at + REST_AFTER_CHANGES
    if now >= rested_at:
        return 1
    if vote.changes >= MAX_CHANGES:
        wait = _seconds_until(rested_at, now)
        text = _(
            "This change was not counted. You have changed your vote {times} times, so for a day it stays as "
            "it is. You can still withdraw it, or change it {when}."
        )
        raise LimitReachedError(text.format(times=MAX_CHANGES, when=_in_words(wait)), retry_after=wait)
    return vote.changes + 1


def state_of_new_vote(article_id: int, now: datetime) -> VoteState:
    """Return ``held`` when the article has had a burst of votes within the last hour, else ``counted``.

    A burst is more than ``VOTE_BURST_PER_HOUR`` votes and more than ten times the article's usual hourly
    rate.
    """
    floor = settings.VOTE_BURST_PER_HOUR
    if not floor or not _had(article_id, floor, now):
        return VoteState.COUNTED
    threshold = max(floor, int(BURST_FACTOR * usual_hourly_rate(article_id, now)))
    return VoteState.HELD if _had(article_id, threshold, now) else VoteState.COUNTED


def usual_hourly_rate(article_id: int, now: datetime) -> float:
    """Return the article's counted votes per hour over the last 28 days before today."""
    today = day_of(now)
    votes = VoteDay.objects.votes_between(article_id, today - USUAL_OVER, today)
    return votes / (USUAL_OVER / _HOUR)


def _had(article_id: int, votes: int, now: datetime) -> bool:
    """Tell whether the last hour saw ``votes`` votes; reads no more rows than that, whatever the flood."""
    recent = HelpfulVote.objects.cast_between(article_id, now - _HOUR, now + _HOUR).not_void()
    return recent[:votes].count() == votes


def _network_is_full(text: str, wait: int) -> LimitReachedError:
    reason = _("Others may share your network: a household, an office, a school, a mobile provider.")
    advice = _("Please try again {when}.").format(when=_in_words(wait))
    return LimitReachedError(f"{text} {reason} {advice}", retry_after=wait)


def _in_words(seconds: int) -> str:
    """Return when the wait is over, as people say it, and never too early."""
    minutes = ceil(seconds / 60)
    if minutes <= 90:
        return ngettext("in a minute", "in {count} minutes", minutes).format(count=minutes)
    hours = ceil(minutes / 60)
    return ngettext("in about an hour", "in about {count} hours", hours).format(count=hours)


def _seconds_until(moment: datetime, now: datetime) -> int:
    return max(1, int((moment - now).total_seconds()) + 1)
