"""From a request to a vote: who asks, what they say, and whether it is only a double click."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.forms.votes import NO, WITHDRAW, YES, CastVoteForm
from articles.models import HelpfulVote, VoteTally
from articles.voting import limits
from articles.voting.casting import Ballot, Effect, Outcome, cast, votable, withdraw
from articles.voting.clicks import click, forget_clicks
from articles.voting.network import network_hash
from articles.voting.refusals import BodyTooLargeError, InvalidBallotError
from articles.voting.standing import Standing
from articles.voting.voter import Voter, fresh_voter, voter_of

ANSWERS = (YES, NO)
MAX_BODY = 64 * 1024  # bytes; a comment of 2,000 characters fits in any encoding of forms


@dataclass(frozen=True, slots=True)
class Answer:
    """What a vote's request is answered: what it did, the figures, and the voter who needs a cookie now."""

    effect: Effect
    standing: Standing
    new_voter: Voter | None = None


def own_vote(request: HttpRequest, article_id: int) -> HelpfulVote | None:
    """Return the visitor's vote on an article, if there is one."""
    voter = voter_of(request)
    return HelpfulVote.objects.of_voter(article_id, voter.on(article_id)) if voter else None


def take_ballot(request: HttpRequest, article_id: int) -> Answer:
    """Cast, change or withdraw the vote that a request asks for; raise a ``VoteError`` if that fails."""
    said = _read(request)
    voter = voter_of(request)
    if voter is not None:
        forget_clicks(request, article_id, ANSWERS)
    if said["vote"] == WITHDRAW:
        return _withdraw(article_id, voter)
    if voter is not None:
        return _answer(_cast(request, article_id, voter, said))
    with click(request, article_id, said["vote"]) as first:
        if not first:
            return _absorbed(article_id, said["vote"])
        voter = fresh_voter()
        return _answer(_cast(request, article_id, voter, said), voter)


def _read(request: HttpRequest) -> dict[str, Any]:
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY:
        raise BodyTooLargeError
    form = CastVoteForm(_posted(request))
    if not form.is_valid():
        raise InvalidBallotError(f"{form.first_error()} {_('Nothing was counted.')}")
    return form.cleaned_data


def _posted(request: HttpRequest) -> QueryDict:
    """Read the body here, so that one that can't be read is refused as any other ballot is."""
    try:
        return request.POST
    except (BadRequest, MultiPartParserError, SuspiciousOperation) as error:
        raise InvalidBallotError(_("The form could not be read. Nothing was counted.")) from error


def _cast(request: HttpRequest, article_id: int, voter: Voter, said: dict[str, Any]) -> Outcome:
    address = request.META.get("REMOTE_ADDR", "")
    network = network_hash(address, timezone.now()) if limits.need_network() else None
    return cast(
        Ballot(
            article_id=article_id,
            voter=voter.on(article_id),
            helpful=said["vote"] == YES,
            network=network,
            reason=said["reason"],
            comment=said["comment"],
            fresh=voter.fresh,
        )
    )


def _answer(outcome: Outcome, new_voter: Voter | None = None) -> Answer:
    return Answer(outcome.effect, Standing.of(outcome.tally, outcome.vote), new_voter)


def _absorbed(article_id: int, answer: str) -> Answer:
    """The first click has been answered by a cookie; the second gets none, least of all somebody else's."""
    votable(article_id)
    tally = VoteTally.objects.of(article_id)
    return Answer(Effect.SAME, Standing(tally.helpful, tally.total, answer))


def _withdraw(article_id: int, voter: Voter | None) -> Answer:
    if voter is not None:
        return _answer(withdraw(article_id, voter.on(article_id)))
    votable(article_id)
    return Answer(Effect.NOTHING, Standing.of(VoteTally.objects.of(article_id), None))
