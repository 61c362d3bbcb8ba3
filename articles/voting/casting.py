"""The vote itself: one transaction, in which no race, repeat or crash can make a voter count twice.

The tally's row is locked first and the network's hour second, always: two transactions can't wait for each
other in a circle. Where the database ends one all the same, it is run once more.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from articles.models import Article, HelpfulVote, VoteTally
from articles.voting import limits
from articles.voting.ledger import Ledger
from articles.voting.refusals import ArticleGoneError, NoSuchArticleError, VotingBusyError

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a voter says of an article. A reason or comment that is None leaves the earlier one alone.

    A ``fresh`` voter was made for this ballot and has no vote to look for: so much shorter is the lock.
    """

    article_id: int
    voter: bytes
    helpful: bool
    network: bytes | None = None
    reason: str | None = None
    comment: str | None = None
    fresh: bool = False


class Effect(Enum):
    """What a ballot did."""

    NEW = auto()
    SAME = auto()
    CHANGED = auto()
    WITHDRAWN = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a ballot did, the figures after it, and the voter's vote, if there is one now."""

    effect: Effect
    tally: VoteTally
    vote: HelpfulVote | None


def votable(article_id: int) -> Article:
    """Return the article, of which votes know title, address and version, if the public may vote on it now.

    Raises :exc:`NoSuchArticleError`, or :exc:`ArticleGoneError` for an archived one.
    """
    articles = Article.objects.filter(pk=article_id)
    article = articles.published().only("title", "slug", "language", "version").first()
    if article is None:
        raise ArticleGoneError if articles.archived().exists() else NoSuchArticleError
    return article


def cast(ballot: Ballot) -> Outcome:
    """Cast, repeat or change a vote.

    Raises a :exc:`VoteError`: no such article, gone, over a limit, busy; nothing has been written then.
    """
    # The first try may be stored and only its answer lost: the second looks for a fresh voter's vote too.
    now, met = timezone.now(), replace(ballot, fresh=False)
    return _in_one_transaction(partial(_cast, ballot, now), again=partial(_cast, met, now))


def withdraw(article_id: int, voter: bytes) -> Outcome:
    """Take a vote back and give its place back to the network. Raises as :func:`cast` does."""
    step = partial(_withdraw, article_id, voter)
    return _in_one_transaction(step, again=step)


def _in_one_transaction(step: Callable[[], _Result], again: Callable[[], _Result]) -> _Result:
    try:
        return _attempt(step)
    except (OperationalError, InterfaceError, IntegrityError) as error:
        if connection.vendor == "sqlite" and isinstance(error, OperationalError):
            raise VotingBusyError from error  # it has waited for the lock as long as the settings say
        _log.info("A vote's transaction is run once more: %s", error)
    try:
        return _attempt(again)
    except (OperationalError, InterfaceError, IntegrityError) as error:
        _log.exception("A vote could not be stored")
        raise VotingBusyError from error


def _attempt(step: Callable[[], _Result]) -> _Result:
    with transaction.atomic(durable=True):
        return step()


def _cast(ballot: Ballot, now: datetime) -> Outcome:
    article = votable(ballot.article_id)
    ledger = Ledger(VoteTally.objects.locked(ballot.article_id))
    vote = None if ballot.fresh else HelpfulVote.objects.of_voter(ballot.article_id, ballot.voter)
    if vote is None:
        effect, vote = Effect.NEW, _insert(ballot, article.version, now)
        ledger.add(vote)
    elif vote.helpful == ballot.helpful:
        effect = Effect.SAME
        _explain(vote, ballot)
    else:
        effect = Effect.CHANGED
        ledger.take(vote)
        _change(vote, ballot, article.version, now)
        ledger.add(vote)
    ledger.write()
    return Outcome(effect, ledger.tally, vote)


def _insert(ballot: Ballot, version: int, now: datetime) -> HelpfulVote:
    limits.check_voters_today(ballot.article_id, ballot.network, now)
    limits.spend_hour(ballot.network, now)
    return HelpfulVote.objects.create(
        article_id=ballot.article_id,
        voter=ballot.voter,
        helpful=ballot.helpful,
        reason=ballot.reason or "",
        comment=ballot.comment or "",
        article_version=version,
        network=ballot.network,
        state=limits.state_of_new_vote(ballot.article_id, now),
        created_at=now,
        changed_at=now,
    )


def _explain(vote: HelpfulVote, ballot: Ballot) -> None:
    given = {name: text for name in ("reason", "comment") if (text := getattr(ballot, name)) is not None}
    for name, text in given.items():
        setattr(vote, name, text)
    if given:
        vote.save(update_fields=list(given))


def _change(vote: HelpfulVote, ballot: Ballot, version: int, now: datetime) -> None:
    vote.changes = limits.changes_after(vote, now)
    limits.spend_hour(ballot.network, now)
    vote.helpful, vote.article_version, vote.changed_at = ballot.helpful, version, now
    vote.reason, vote.comment = (
        ballot.reason or "",
        ballot.comment or "",
    )  # the old ones explained the old answer
    vote.save(update_fields=["helpful", "reason", "comment", "article_version", "changes", "changed_at"])


def _withdraw(article_id: int, voter: bytes) -> Outcome:
    votable(article_id)
    ledger = Ledger(VoteTally.objects.locked(article_id))
    vote = HelpfulVote.objects.of_voter(article_id, voter)
    if vote is None:
        return Outcome(Effect.NOTHING, ledger.tally, None)
    ledger.take(vote)
    ledger.write()
    limits.give_back_hour(vote)
    vote.delete()
    return Outcome(Effect.WITHDRAWN, ledger.tally, None)
