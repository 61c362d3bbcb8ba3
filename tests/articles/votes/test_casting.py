"""One vote: cast, repeated, changed, withdrawn."""

from typing import Any

import pytest
from django.db import IntegrityError, OperationalError

from articles.choices import VoteReason
from articles.models import Article, HelpfulVote, VoteDay, VoteTally
from articles.voting import casting
from articles.voting.casting import Ballot, Effect, cast, withdraw
from articles.voting.refusals import LimitReachedError, NoSuchArticleError, VotingBusyError
from tests.articles.votes.conftest import Clock
from tests.factories import make_tally

VOTER = b"v" * 16


def ballot(article: Article, answer: str, voter: bytes = VOTER, **said: str) -> Ballot:
    return Ballot(article.pk, voter, helpful=answer == "yes", **said)


def tally_of(article: Article) -> str:
    return str(VoteTally.objects.of(article.pk))


def test_a_first_vote_is_counted_and_makes_the_tally(article: Article) -> None:
    outcome = cast(ballot(article, "yes"))

    assert (outcome.effect, str(outcome.tally)) == (Effect.NEW, "1 out of 1")
    assert tally_of(article) == "1 out of 1"


def test_the_baseline_is_part_of_the_figure(article: Article) -> None:
    make_tally(article, base_yes=93, base_no=39)

    assert tally_of(article) == "93 out of 132"
    assert str(cast(ballot(article, "no")).tally) == "93 out of 133"


def test_the_same_answer_again_changes_nothing(article: Article) -> None:
    cast(ballot(article, "yes"))

    assert cast(ballot(article, "yes")).effect == Effect.SAME
    assert (tally_of(article), HelpfulVote.objects.get().changes) == ("1 out of 1", 0)


def test_a_changed_vote_moves_from_one_side_to_the_other(article: Article) -> None:
    cast(ballot(article, "yes"))

    assert cast(ballot(article, "no")).effect == Effect.CHANGED
    assert (tally_of(article), HelpfulVote.objects.get().changes) == ("0 out of 1", 1)


def test_voters_of_two_answers_are_counted_apart(article: Article) -> None:
    cast(ballot(article, "yes"))
    cast(ballot(article, "no", voter=b"w" * 16))

    assert tally_of(article) == "1 out of 2"


def test_a_sixth_change_is_refused_and_rolled_back(article: Article, clock: Clock) -> None:
    answers = ["yes", "no"] * 3
    for answer in answers:
        cast(ballot(article, answer))

    with pytest.raises(LimitReachedError, match="not counted") as refusal:
        cast(ballot(article, "yes"))

    assert refusal.value.retry_after == 24 * 60 * 60 + 1
    assert (tally_of(article), HelpfulVote.objects.get().helpful) == ("0 out of 1", False)
    assert cast(ballot(article, "no")).effect == Effect.SAME


def test_after_a_day_a_voter_may_change_again(article: Article, clock: Clock) -> None:
    for answer in ["yes", "no"] * 3:
        cast(ballot(article, answer))
    clock.advance(days=1)

    assert cast(ballot(article, "yes")).effect == Effect.CHANGED
    assert HelpfulVote.objects.get().changes == 1


def test_a_withdrawn_vote_leaves_nothing(article: Article) -> None:
    cast(ballot(article, "yes"))

    assert withdraw(article.pk, VOTER).effect == Effect.WITHDRAWN
    assert (tally_of(article), HelpfulVote.objects.count()) == ("0 out of 0", 0)
    assert withdraw(article.pk, VOTER).effect == Effect.NOTHING


def test_a_withdrawn_vote_may_be_cast_anew(article: Article) -> None:
    cast(ballot(article, "yes"))
    withdraw(article.pk, VOTER)

    assert cast(ballot(article, "no")).effect == Effect.NEW
    assert tally_of(article) == "0 out of 1"


def test_a_vote_stays_on_the_day_it_was_first_cast(article: Article, clock: Clock) -> None:
    cast(ballot(article, "yes"))
    cast(ballot(article, "yes", voter=b"w" * 16))
    clock.advance(days=1)
    cast(ballot(article, "no"))
    cast(ballot(article, "no", voter=b"x" * 16))

    days = VoteDay.objects.order_by("day").values_list("day", "yes", "no")
    assert [(str(day), yes, no) for day, yes, no in days] == [("2026-03-02", 1, 1), ("2026-03-03", 0, 1)]


def test_a_vote_remembers_the_version_it_judged(article: Article) -> None:
    cast(ballot(article, "no"))
    Article.objects.update(version=2)
    cast(ballot(article, "yes"))

    assert HelpfulVote.objects.get().article_version == 2


def test_a_reason_and_a_comment_are_kept_until_the_answer_changes(article: Article) -> None:
    cast(ballot(article, "no", reason=VoteReason.INCOMPLETE, comment="What of Jilin?"))
    cast(ballot(article, "no"))
    vote = HelpfulVote.objects.get()
    assert (vote.reason, vote.comment) == ("incomplete", "What of Jilin?")

    cast(ballot(article, "no", reason=VoteReason.OTHER))
    vote.refresh_from_db()
    assert (vote.reason, vote.comment) == ("other", "What of Jilin?")

    cast(ballot(article, "yes"))
    vote.refresh_from_db()
    assert (vote.reason, vote.comment) == ("", "")


def test_an_editors_save_of_the_baseline_leaves_the_votes_alone(article: Article) -> None:
    as_the_form_read_it = make_tally(article)
    cast(ballot(article, "yes"))
    as_the_form_read_it.base_yes = 93
    as_the_form_read_it.save()

    assert tally_of(article) == "94 out of 94"


def test_a_tally_that_a_form_adds_late_does_not_wipe_out_the_first_votes(article: Article) -> None:
    cast(ballot(article, "yes"))
    VoteTally(article=article, base_no=2).save()

    assert tally_of(article) == "1 out of 3"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("error", [IntegrityError("the article went"), OperationalError("deadlock detected")])
def test_a_transaction_that_the_database_ended_is_run_once_more(
    article: Article, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(casting, "connection", type("PostgreSQL", (), {"vendor": "postgresql"}))
    errors = [error]
    _fail_after_writing(monkeypatch, errors)

    assert cast(ballot(article, "yes")).effect == Effect.NEW
    assert (errors, tally_of(article)) == ([], "1 out of 1")


@pytest.mark.django_db(transaction=True)
def test_a_vote_that_was_stored_though_its_answer_was_lost_is_not_stored_twice(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casting, "connection", type("PostgreSQL", (), {"vendor": "postgresql"}))
    attempt, losses = casting._attempt, [OperationalError("server closed the connection")]

    def attempt_and_lose_the_answer(step: Any) -> Any:
        outcome = attempt(step)
        if losses:
            raise losses.pop()
        return outcome

    monkeypatch.setattr(casting, "_attempt", attempt_and_lose_the_answer)

    assert cast(Ballot(article.pk, VOTER, helpful=True, fresh=True)).effect == Effect.SAME
    assert (losses, tally_of(article)) == ([], "1 out of 1")


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_twice_is_busy_and_nothing_is_written(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail_after_writing(monkeypatch, [IntegrityError("once"), IntegrityError("twice")])

    with pytest.raises(VotingBusyError):
        cast(ballot(article, "yes"))

    assert not HelpfulVote.objects.exists()
    assert not VoteTally.objects.exists()


def test_an_article_that_does_not_exist_takes_no_vote(db: None) -> None:
    with pytest.raises(NoSuchArticleError):
        cast(Ballot(10**30, VOTER, helpful=True))


def _fail_after_writing(monkeypatch: pytest.MonkeyPatch, errors: list[Exception]) -> None:
    write = casting.Ledger.write

    def write_and_fail(ledger: casting.Ledger) -> None:
        write(ledger)
        if errors:
            raise errors.pop()

    monkeypatch.setattr(casting.Ledger, "write", write_and_fail)
