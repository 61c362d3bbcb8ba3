"""Who votes: a signed number in a cookie that only voting sets and sees, and what the database knows."""

from http.cookies import Morsel
from typing import Any

import pytest

from articles.models import Article, HelpfulVote
from articles.voting.voter import Voter
from tests.articles.votes.browser import Browser
from tests.factories import make_article

NUMBER = b"n" * 16


def cookie_of(response: Any) -> "Morsel[str]":
    morsel: Morsel[str] = response.cookies["voter"]
    return morsel


def test_the_cookie_is_out_of_reach_of_scripts_other_sites_and_other_pages(article: Article) -> None:
    cookie = cookie_of(Browser().vote(article, "yes"))

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/vote/"
    assert cookie["max-age"] == 180 * 24 * 60 * 60
    assert not cookie["domain"]


@pytest.mark.parametrize("https", [True, False])
def test_the_cookie_is_secure_where_the_site_is(article: Article, settings: Any, https: bool) -> None:
    settings.HTTPS = https

    assert bool(cookie_of(Browser().vote(article, "yes"))["secure"]) is https


def test_only_a_first_vote_sets_it(article: Article) -> None:
    browser = Browser()
    assert not browser.vote(article, "withdraw").cookies
    assert not browser.vote(article, "maybe").cookies
    assert not browser.client.get(article.get_absolute_url()).cookies
    assert not browser.client.get(f"/vote/{article.pk}/").cookies
    assert not browser.client.get(f"/vote/{article.pk}/tally").cookies
    assert not browser.thanks(article).cookies

    assert browser.vote(article, "yes").cookies
    assert not browser.vote(article, "no").cookies
    assert not browser.vote(make_article(), "no").cookies


def test_an_answer_that_sets_the_cookie_is_never_stored(article: Article) -> None:
    for as_form in (True, False):
        response = Browser(agent=str(as_form)).vote(article, "yes", as_form=as_form)
        assert response.cookies
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize(
    "forge", [lambda value: value[::-1], lambda value: "0" * 32, lambda value: "00:" + value]
)
def test_a_forged_cookie_is_a_voter_whom_nobody_knows(article: Article, forge: Any) -> None:
    victim, forger = Browser(), Browser(agent="Forger")
    victim.vote(article, "yes")
    forger.client.cookies["voter"] = forge(victim.client.cookies["voter"].value)

    assert forger.standing(article)["your_vote"] is None
    assert forger.vote(article, "no").status_code == 201
    assert victim.standing(article) == {"helpful": 1, "total": 2, "your_vote": "yes"}


def test_the_database_can_t_join_one_reader_s_votes(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "yes")
    browser.vote(make_article(), "yes")
    first, second = (bytes(voter) for voter in HelpfulVote.objects.values_list("voter", flat=True))
    number = bytes.fromhex(browser.client.cookies["voter"].value.split(":")[0])

    assert len(number) == len(first) == len(second) == 16
    assert len({first, second, number}) == 3


def test_the_site_s_key_is_what_ties_a_number_to_its_votes(settings: Any) -> None:
    before = Voter(NUMBER).on(1)
    assert Voter(NUMBER).on(1) == before
    settings.SECRET_KEY = "another key, as long and as random as the one before it 0123456789"

    assert Voter(NUMBER).on(1) != before


def test_two_people_without_cookies_are_two_voters(article: Article) -> None:
    browsers = [Browser(), Browser(agent="WebKit"), Browser(language="zh"), Browser(address="198.51.100.1")]

    assert [browser.vote(article, "yes").status_code for browser in browsers] == [201] * 4
    assert len({browser.client.cookies["voter"].value for browser in browsers}) == 4
    assert HelpfulVote.objects.count() == 4
