"""A burst is held: its voters see it counted, the public does not, and an editor decides."""

from datetime import timedelta
from typing import Any

import pytest

from articles.models import Article, HelpfulVote, VoteDay, VoteTally
from articles.voting.audit import differences
from articles.voting.held import release, void
from tests.articles.votes.browser import Browser, strangers
from tests.articles.votes.conftest import Clock

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _bursts_over_four(article: Article, clock: Clock, settings: Any) -> None:
    settings.VOTE_BURST_PER_HOUR = 4


def burst(article: Article, number: int, answer: str = "yes") -> list[Browser]:
    browsers = strangers(number)
    assert {browser.vote(article, answer).status_code for browser in browsers} == {201}
    return browsers


def public(article: Article) -> tuple[int, int]:
    figures = Browser().client.get(f"/vote/{article.pk}/tally").json()
    return figures["helpful"], figures["total"]


def test_the_votes_over_the_burst_s_limit_are_not_in_the_public_figure(article: Article) -> None:
    burst(article, 7)

    assert public(article) == (4, 4)
    page = Browser().client.get(article.get_absolute_url()).content.decode()
    assert 'data-helpful-total="4"' in page
    assert VoteTally.objects.of(article.pk).held_yes == 3
    assert list(differences()) == []


def test_a_held_vote_looks_counted_to_its_voter(article: Article) -> None:
    *_, last = burst(article, 7)

    assert last.standing(article) == {"helpful": 5, "total": 5, "your_vote": "yes"}
    assert b'data-helpful-total="5"' in last.thanks(article).content
    assert last.vote(article, "no").json() == {"helpful": 4, "total": 5, "your_vote": "no"}
    assert last.vote(article, "withdraw").json() == {"helpful": 4, "total": 4, "your_vote": None}
    assert VoteTally.objects.of(article.pk).held_yes == 2
    assert list(differences()) == []


def test_after_an_hour_votes_count_again(article: Article, clock: Clock) -> None:
    burst(article, 7)
    clock.advance(hours=1, seconds=1)
    Browser(agent="the next morning").vote(article, "no")

    assert public(article) == (4, 5)


def test_ten_times_the_usual_rate_is_no_burst(article: Article, clock: Clock) -> None:
    yesterday = clock.now.date() - timedelta(days=1)
    usual = 28 * 24  # one vote an hour over 28 days
    VoteDay.objects.create(article=article, day=yesterday, yes=usual, no=0)
    burst(article, 12)

    assert public(article) == (10, 10)


def test_held_votes_are_released_by_their_window(article: Article, clock: Clock) -> None:
    burst(article, 7)

    assert release(article.pk, clock.now - HOUR, clock.now) == 0
    assert release(article.pk, clock.now, clock.now + HOUR) == 3
    assert public(article) == (7, 7)
    assert VoteDay.objects.get().yes == 7
    assert list(differences()) == []


def test_held_votes_are_voided_by_their_window(article: Article, clock: Clock) -> None:
    burst(article, 7, "no")

    assert void(article.pk, clock.now, clock.now + HOUR) == 3
    assert public(article) == (0, 4)
    assert VoteTally.objects.of(article.pk).held_no == 0
    assert list(differences()) == []


def test_the_beginning_of_a_burst_may_be_voided_with_it(article: Article, clock: Clock) -> None:
    Browser(agent="a reader").vote(article, "yes")
    clock.advance(hours=2)
    burst(article, 7, "no")

    assert void(article.pk, clock.now, clock.now + HOUR, counted_too=True) == 7
    assert public(article) == (1, 1)
    assert list(differences()) == []


def test_a_void_vote_stays_void_and_looks_counted_to_its_voter(article: Article, clock: Clock) -> None:
    *_, last = burst(article, 7)
    void(article.pk, clock.now, clock.now + HOUR)

    assert last.vote(article, "no").json() == {"helpful": 4, "total": 5, "your_vote": "no"}
    assert public(article) == (4, 4)
    last.vote(article, "withdraw")
    assert HelpfulVote.objects.count() == 6
    assert list(differences()) == []


def test_tallies_that_wait_for_an_editor_are_found(article: Article) -> None:
    assert not VoteTally.objects.with_held_votes().exists()
    burst(article, 5)

    assert VoteTally.objects.with_held_votes().get().article == article
