"""Many votes at once leave one row per voter, and tallies that are their rows (FAULTS D03, D11, D13)."""

import random
import sqlite3
from functools import partial
from threading import Event
from typing import Any

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.utils import timezone

from articles.models import Article, HelpfulVote, VoteRate, VoteTally
from articles.voting import clicks
from articles.voting.audit import differences
from articles.voting.casting import Ballot, Effect, cast, withdraw
from articles.voting.limits import hour_of
from tests.articles.votes.browser import Browser
from tests.articles.votes.crowd import at_once
from tests.factories import make_article

pytestmark = pytest.mark.usefixtures("shared_database")


@pytest.fixture
def article(shared_database: None) -> Article:
    return make_article()


def test_64_parallel_posts_of_one_voter_are_one_row(article: Article) -> None:
    browser = Browser()
    browser.vote(make_article(), "yes")
    cookie = browser.client.cookies["voter"].value

    def post() -> int:
        copy = Browser()
        copy.client.cookies["voter"] = cookie
        return copy.vote(article, "yes").status_code

    statuses = at_once([post] * 64, threads=64)

    assert sorted(statuses) == [200] * 63 + [201]
    assert HelpfulVote.objects.filter(article=article).count() == 1
    assert str(VoteTally.objects.of(article.pk)) == "1 out of 1"


def test_64_parallel_first_posts_of_one_browser_are_one_row(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clicks, "DOUBLE_CLICK", 600)  # a loaded machine may need longer than a visitor's hand
    statuses = at_once([lambda: Browser().vote(article, "no").status_code] * 64, threads=64)

    assert sorted(statuses) == [200] * 63 + [201]
    assert HelpfulVote.objects.get().helpful is False


def test_2000_votes_and_changes_from_32_threads_leave_tallies_equal_to_their_rows() -> None:
    articles = [make_article() for _ in range(5)]
    voters = [bytes([index]) * 16 for index in range(200)]
    chance = random.Random(20260302)
    ballots = [
        Ballot(article.pk, voter, helpful=chance.random() < 0.7)
        for article in articles
        for voter in voters
        for _ in range(2)
    ]
    chance.shuffle(ballots)

    outcomes = at_once([partial(cast, ballot) for ballot in ballots], threads=32)

    assert len(outcomes) == 2000
    assert HelpfulVote.objects.count() == 1000
    assert sum(tally.total for tally in VoteTally.objects.all()) == 1000
    assert list(differences()) == []


def test_votes_changes_and_withdrawals_at_once_leave_no_difference(article: Article) -> None:
    voters = [bytes([index]) * 16 for index in range(8)]
    jobs: list[Any] = []
    for voter in voters:
        jobs += [partial(cast, Ballot(article.pk, voter, helpful=True))] * 3
        jobs += [partial(cast, Ballot(article.pk, voter, helpful=False))] * 3
        jobs += [partial(withdraw, article.pk, voter)] * 2
    random.Random(7).shuffle(jobs)

    at_once(jobs, threads=16)

    assert VoteTally.objects.of(article.pk).total == HelpfulVote.objects.count()
    assert list(differences()) == []


def test_a_deadlock_costs_one_more_try_and_no_vote(
    article: Article, on_postgres: bool, settings: Any
) -> None:
    if not on_postgres:
        pytest.skip("PostgreSQL's row locks are what deadlocks are made of")
    settings.VOTE_LIMIT_PER_HOUR = 60
    network, hour = b"n" * 16, hour_of(timezone.now())
    VoteTally.objects.create(article=article)
    VoteRate.objects.create(network=network, bucket=hour)
    rate_is_locked = Event()

    def lock_the_other_way_round() -> None:
        with transaction.atomic():
            connection.cursor().execute("SET LOCAL deadlock_timeout = '1min'")  # the vote is to be the victim
            VoteRate.objects.select_for_update().get()
            rate_is_locked.set()
            assert any(not _tally_is_free(article) for _ in range(100_000)), "the vote never came"
            VoteTally.objects.locked(article.pk)

    def vote() -> Effect:
        rate_is_locked.wait()
        connection.cursor().execute("SET deadlock_timeout = '200ms'")
        return cast(Ballot(article.pk, b"v" * 16, helpful=True, network=network)).effect

    assert at_once([lock_the_other_way_round, vote], threads=2) == [None, Effect.NEW]
    assert list(differences()) == []


def _tally_is_free(article: Article) -> bool:
    try:
        with transaction.atomic():
            VoteTally.objects.select_for_update(nowait=True).get(article=article)
            transaction.set_rollback(True)
    except OperationalError:
        return False
    return True


def test_a_database_locked_for_too_long_is_answered_busy(article: Article, on_postgres: bool) -> None:
    if on_postgres:
        pytest.skip("PostgreSQL locks no whole database")
    options = connections.settings["default"]["OPTIONS"]
    with sqlite3.connect(connections.settings["default"]["NAME"]) as writer:
        writer.execute("BEGIN IMMEDIATE")
        patience, options["timeout"] = options["timeout"], 0.01
        try:
            [response] = at_once([lambda: Browser().vote(article, "yes")], threads=1)
        finally:
            options["timeout"] = patience
            writer.rollback()
    writer.close()

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "not counted" in response.json()["detail"]
    assert not HelpfulVote.objects.exists()
    assert Browser().vote(article, "yes").status_code == 201  # the failed one was no first click
