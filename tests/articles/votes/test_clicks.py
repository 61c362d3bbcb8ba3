"""A double click is one vote; everything else is not taken for one."""

from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends import locmem

from articles.models import Article, HelpfulVote
from tests.articles.votes.browser import Browser
from tests.factories import make_article


class _Time:
    """The cache's own clock."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> _Time:
    clock = _Time()
    monkeypatch.setattr(locmem, "time", clock)
    monkeypatch.setattr("django.core.cache.backends.base.time", clock)
    return clock


def test_the_second_click_is_answered_and_not_counted(article: Article) -> None:
    Browser().vote(article, "yes")
    second = Browser().vote(article, "yes")

    assert (second.status_code, second.json()) == (200, {"helpful": 1, "total": 1, "your_vote": "yes"})
    assert HelpfulVote.objects.count() == 1


def test_the_second_click_gets_nobody_s_cookie(article: Article) -> None:
    Browser().vote(article, "yes")

    assert not Browser().vote(article, "yes").cookies


def test_the_second_click_on_a_form_is_thanked_too(article: Article) -> None:
    Browser().vote(article, "yes", as_form=True)

    assert Browser().vote(article, "yes", as_form=True).status_code == 303


def test_after_five_seconds_it_is_another_voter(article: Article, seconds: _Time) -> None:
    Browser().vote(article, "yes")
    seconds.now += 4.9
    assert Browser().vote(article, "yes").status_code == 200
    seconds.now += 0.2
    assert Browser().vote(article, "yes").status_code == 201


@pytest.mark.parametrize(
    "other",
    [{"address": "198.51.100.7"}, {"agent": "WebKit"}, {"language": "zh"}, {"address": "2001:db8::1"}],
)
def test_another_network_browser_or_language_is_another_voter(article: Article, other: Any) -> None:
    Browser().vote(article, "yes")

    assert Browser(**other).vote(article, "yes").status_code == 201


def test_another_answer_or_article_is_another_vote(article: Article) -> None:
    Browser().vote(article, "yes")

    assert Browser().vote(article, "no").status_code == 201
    assert Browser().vote(make_article(), "yes").status_code == 201


def test_a_click_that_failed_is_no_first_click(article: Article) -> None:
    Article.objects.update(status="draft")
    assert Browser().vote(article, "yes").status_code == 404
    Article.objects.update(status="published")

    assert Browser().vote(article, "yes").status_code == 201


@pytest.mark.parametrize("changed", ["no", "withdraw"])
def test_a_vote_that_was_changed_or_withdrawn_since_is_no_first_click(article: Article, changed: str) -> None:
    voter = Browser()
    voter.vote(article, "yes")
    voter.vote(article, changed)

    assert Browser().vote(article, "yes").status_code == 201


def test_the_cache_holds_no_address_and_no_browser(article: Article) -> None:
    Browser(address="203.0.113.77", agent="Netscape", language="zh-Hans").vote(article, "yes")
    kept = repr(vars(cache)) + repr(cache._cache)  # type: ignore[attr-defined]

    assert "click:" in kept
    assert not [said for said in ("203.0.113", "Netscape", "zh-Hans") if said in kept]
