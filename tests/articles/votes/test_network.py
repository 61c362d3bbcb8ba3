"""Networks: what they are, that nothing but their hash is stored, and how soon it is forgotten."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command

from articles.models import Article, HelpfulVote, VoteDay, VoteKey, VoteRate
from articles.voting.expiry import Forgotten, expire
from articles.voting.network import network_hash, network_of
from tests.articles.votes.browser import Browser
from tests.articles.votes.conftest import Clock


@pytest.fixture(autouse=True)
def _limits(settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY, settings.VOTE_LIMIT_PER_HOUR = 10, 60


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("203.0.113.254", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unix:", ""),
        ("203.0.113", ""),
    ],
)
def test_a_network_is_what_one_household_holds(address: str, network: str) -> None:
    assert network_of(address) == network


def test_a_hash_holds_for_a_day(db: None) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    today = network_hash("203.0.113.77", noon)

    assert today == network_hash("203.0.113.1", noon + timedelta(hours=11))
    assert today != network_hash("203.0.114.1", noon)
    assert today != network_hash("203.0.113.77", noon + timedelta(hours=12))
    assert network_hash("", noon) is None
    assert VoteKey.objects.count() == 2


def test_keys_are_random(db: None) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    first = network_hash("203.0.113.77", noon)
    VoteKey.objects.all().delete()

    assert network_hash("203.0.113.77", noon) != first


def test_no_table_holds_an_address_or_a_browser(article: Article, clock: Clock) -> None:
    Browser(address="203.0.113.77", agent="Netscape", language="zh-Hans").vote(article, "yes")
    stored = repr([list(model.objects.values()) for model in apps.get_app_config("articles").get_models()])

    assert bytes(HelpfulVote.objects.get().network or b"")
    assert not [said for said in ("203.0", "Netscape", "zh-Hans") if said in stored]


def test_where_no_limit_needs_networks_none_is_stored(article: Article, settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY = settings.VOTE_LIMIT_PER_HOUR = 0
    Browser().vote(article, "yes")

    assert HelpfulVote.objects.get().network is None
    assert not VoteKey.objects.exists()
    assert not VoteRate.objects.exists()


@pytest.mark.parametrize("cast_at", ["00:00", "12:00", "23:59"])
def test_key_network_and_rate_are_gone_within_48_hours(article: Article, clock: Clock, cast_at: str) -> None:
    clock.now = datetime.fromisoformat(f"2026-03-02T{cast_at}:00+00:00")
    Browser().vote(article, "yes")
    clock.advance(hours=47, minutes=55)
    expire()

    assert HelpfulVote.objects.get().network is None
    assert not VoteKey.objects.exists()
    assert not VoteRate.objects.exists()
    assert VoteDay.objects.get().yes == 1


@pytest.mark.parametrize("cast_at", ["00:00", "12:00", "23:59"])
def test_after_48_hours_of_daily_maintenance_no_table_holds_key_or_network(
    article: Article, clock: Clock, cast_at: str
) -> None:
    clock.now = datetime.fromisoformat(f"2026-03-02T{cast_at}:00+00:00")
    Browser().vote(article, "yes")
    secrets = [VoteKey.objects.get().key, HelpfulVote.objects.get().network, VoteRate.objects.get().network]
    assert all(secret and bytes(secret) in everything_stored() for secret in secrets)
    for _ in range(2):
        clock.advance(hours=24)
        call_command("maintain")

    assert [bytes(secret or b"") in everything_stored() for secret in secrets] == [False] * 3
    assert HelpfulVote.objects.get().helpful


def everything_stored() -> set[bytes]:
    """Return every binary value in the database."""
    rows = [row for model in apps.get_models() for row in model._base_manager.values_list()]
    return {bytes(value) for row in rows for value in row if isinstance(value, bytes | memoryview)}


def test_what_is_still_needed_is_kept(article: Article, clock: Clock) -> None:
    Browser().vote(article, "yes")
    clock.advance(minutes=44)

    assert expire() == Forgotten(networks=0, rates=0, keys=0)
    assert VoteRate.objects.get().count == 1


def test_expiry_says_what_it_forgot_and_may_run_again(article: Article, clock: Clock) -> None:
    Browser().vote(article, "yes")
    clock.advance(days=1)

    assert expire() == Forgotten(networks=1, rates=1, keys=1)
    assert expire() == Forgotten(networks=0, rates=0, keys=0)


def test_a_vote_may_be_withdrawn_after_its_network_is_forgotten(article: Article, clock: Clock) -> None:
    browser = Browser()
    browser.vote(article, "yes")
    clock.advance(days=3)
    expire()

    assert browser.vote(article, "no").status_code == 200
    assert browser.vote(article, "withdraw").json()["total"] == 0
