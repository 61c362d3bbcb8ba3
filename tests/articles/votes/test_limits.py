"""Limits per network, per hour; what is over them is told so, and not counted (FAULTS D04)."""

from typing import Any

import pytest

from articles.models import Article, HelpfulVote, VoteTally
from tests.articles.votes.browser import Browser, strangers
from tests.articles.votes.conftest import Clock
from tests.factories import make_article

SHARED = (
    "Others may share your network: a household, an office, a school, a mobile provider. Please try again"
)


def neighbours(number: int, prefix: str = "203.0.113.") -> list[Browser]:
    """Return browsers of one network that are not each other's double click."""
    return [Browser(address=f"{prefix}{index}", agent=f"Gecko {index}") for index in range(1, number + 1)]


@pytest.fixture
def three_a_day(article: Article, clock: Clock, settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY = 3


@pytest.fixture
def three_an_hour(article: Article, clock: Clock, settings: Any) -> None:
    settings.VOTE_LIMIT_PER_HOUR = 3


@pytest.mark.usefixtures("three_a_day")
@pytest.mark.parametrize("prefix", ["203.0.113.", "2001:db8:1:2::"])
def test_a_network_has_so_many_voters_on_an_article_a_day(article: Article, prefix: str) -> None:
    responses = [browser.vote(article, "yes") for browser in neighbours(5, prefix)]

    assert [response.status_code for response in responses] == [201, 201, 201, 429, 429]
    assert str(VoteTally.objects.of(article.pk)) == "3 out of 3"


@pytest.mark.usefixtures("three_a_day")
def test_the_refused_are_told_that_they_were_not_counted_and_get_no_cookie(article: Article) -> None:
    *_, last = [browser.vote(article, "yes") for browser in neighbours(4)]
    page = Browser(agent="a form").vote(article, "yes", as_form=True)

    assert "not counted" in last.json()["detail"]
    assert "not counted" in page.content.decode()
    assert page.status_code == 429
    assert last["Retry-After"] == page["Retry-After"] == str((13 * 60 + 45) * 60 + 1)  # until midnight, UTC
    assert not last.cookies
    assert not page.cookies


@pytest.mark.usefixtures("three_a_day")
def test_they_are_told_in_plain_words_why_and_when_to_try_again(article: Article) -> None:
    *_, last = [browser.vote(article, "yes") for browser in neighbours(4)]
    page = Browser(agent="a form").vote(article, "yes", as_form=True)

    assert last.json()["detail"] == (
        "Your vote was not counted. 3 votes on this article have already come from your network today, and "
        "that is the limit. Others may share your network: a household, an office, a school, a mobile "
        "provider. Please try again in about 14 hours."
    )
    assert last.json()["title"] == "Too many votes for now"
    assert last.json()["detail"] in page.content.decode()
    assert f'href="{article.get_absolute_url()}#helpful"' in page.content.decode()


@pytest.mark.usefixtures("three_an_hour")
@pytest.mark.parametrize(("passed", "when"), [(0, "in 46 minutes"), (44.5, "in a minute")])
def test_a_wait_is_told_in_minutes_and_never_too_short(
    article: Article, clock: Clock, passed: float, when: str
) -> None:
    clock.advance(minutes=passed)
    *_, last = [browser.vote(article, "yes") for browser in neighbours(4)]

    assert last.json()["detail"].endswith(f"within this hour, and that is the limit. {SHARED} {when}.")


@pytest.mark.usefixtures("three_a_day")
def test_other_networks_and_articles_and_days_are_free(article: Article, clock: Clock) -> None:
    for browser in neighbours(3):
        browser.vote(article, "yes")

    assert Browser(address="198.51.100.1").vote(article, "yes").status_code == 201
    assert Browser(agent="next").vote(make_article(), "yes").status_code == 201
    clock.advance(days=1)
    assert Browser(agent="next").vote(article, "yes").status_code == 201


@pytest.mark.usefixtures("three_a_day")
def test_a_voter_over_the_limit_may_still_change_and_withdraw(article: Article) -> None:
    first, *_ = browsers = neighbours(3)
    for browser in browsers:
        browser.vote(article, "yes")

    assert first.vote(article, "no").status_code == 200
    assert first.vote(article, "withdraw").status_code == 200


@pytest.mark.usefixtures("three_a_day")
def test_a_withdrawn_vote_gives_its_place_of_the_day_back(article: Article) -> None:
    first, *_ = browsers = neighbours(4)
    assert [browser.vote(article, "yes").status_code for browser in browsers] == [201, 201, 201, 429]
    first.vote(article, "withdraw")

    assert browsers[-1].vote(article, "yes").status_code == 201


@pytest.mark.usefixtures("three_an_hour")
def test_a_network_has_so_many_votes_an_hour_on_all_articles(clock: Clock) -> None:
    browser = Browser()
    responses = [browser.vote(make_article(), "yes") for _ in range(5)]

    assert [response.status_code for response in responses] == [201, 201, 201, 429, 429]
    assert responses[-1]["Retry-After"] == str(45 * 60 + 1)
    assert HelpfulVote.objects.count() == 3
    clock.advance(minutes=45)
    assert browser.vote(make_article(), "yes").status_code == 201


@pytest.mark.usefixtures("three_an_hour")
def test_changes_spend_the_hour_and_repeats_do_not(article: Article) -> None:
    browser = Browser()
    answers = ["yes", "yes", "yes", "no", "no", "yes", "no"]

    assert [browser.vote(article, answer).status_code for answer in answers] == [
        201,
        200,
        200,
        200,
        200,
        200,
        429,
    ]
    assert browser.standing(article)["your_vote"] == "yes"


@pytest.mark.usefixtures("three_an_hour")
def test_a_withdrawn_vote_gives_its_place_of_the_hour_back(article: Article) -> None:
    browser = Browser()
    for other in (article, make_article(), make_article()):
        browser.vote(other, "yes")
    assert browser.vote(make_article(), "yes").status_code == 429
    browser.vote(article, "withdraw")

    assert browser.vote(make_article(), "yes").status_code == 201


@pytest.mark.usefixtures("three_an_hour")
def test_what_a_refused_vote_would_have_taken_is_rolled_back(article: Article, settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY = 1
    first, second = neighbours(2)
    first.vote(article, "yes")
    for _ in range(3):
        assert second.vote(article, "yes").status_code == 429

    assert second.vote(make_article(), "yes").status_code == 201
    assert second.vote(make_article(), "yes").status_code == 201


def test_zero_is_off(article: Article) -> None:
    assert {browser.vote(article, "yes").status_code for browser in neighbours(40)} == {201}


def test_a_client_without_an_address_shares_no_limit_with_others(article: Article, settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY = settings.VOTE_LIMIT_PER_HOUR = 1
    unknown = [Browser(address="", agent=f"Gecko {index}") for index in range(3)]

    assert {browser.vote(article, "yes").status_code for browser in unknown} == {201}


def test_strangers_are_no_network(article: Article, settings: Any) -> None:
    settings.VOTE_LIMIT_VOTERS_PER_DAY = settings.VOTE_LIMIT_PER_HOUR = 1

    assert {browser.vote(article, "yes").status_code for browser in strangers(12)} == {201}
