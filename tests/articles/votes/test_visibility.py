"""Only what is public now may be voted on; for all else nothing is written and nothing is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, VoteTally
from tests.articles.votes.browser import Browser
from tests.factories import make_article, make_tally

NOT_PUBLIC = [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED]


def statuses_of(article: Article) -> set[int]:
    browser = Browser()
    posted = {browser.vote(article, answer).status_code for answer in ("yes", "no", "withdraw")}
    as_form = {browser.vote(article, "yes", as_form=True).status_code}
    paths = ("", "tally", "thanks/")
    return posted | as_form | {browser.client.get(f"/vote/{article.pk}/{path}").status_code for path in paths}


@pytest.mark.parametrize("status", NOT_PUBLIC)
def test_a_draft_takes_no_votes(db: None, status: str) -> None:
    assert statuses_of(make_article(status=status)) == {404}
    assert not HelpfulVote.objects.exists()
    assert not VoteTally.objects.exists()


def test_a_scheduled_article_takes_votes_from_its_hour_on(db: None) -> None:
    future = timezone.now() + timedelta(hours=1)
    scheduled = make_article(status=ArticleStatus.SCHEDULED, published_at=future)
    due = make_article(status=ArticleStatus.SCHEDULED)

    assert statuses_of(scheduled) == {404}
    assert Browser().vote(due, "yes").status_code == 201


@pytest.mark.parametrize("number", [0, 4_000_000_000, 2**63, 10**40])
def test_an_unknown_number_is_not_found(db: None, number: int) -> None:
    assert statuses_of(Article(pk=number)) == {404}
    assert not VoteTally.objects.exists()


def test_an_archived_article_is_gone_and_keeps_its_votes_to_itself(article: Article) -> None:
    voter = Browser()
    voter.vote(article, "yes")
    article.archive()

    assert statuses_of(article) == {410}
    assert voter.vote(article, "no").status_code == 410
    assert voter.vote(article, "withdraw").status_code == 410
    assert VoteTally.objects.get().yes == 1


def test_a_refusal_tells_nothing_of_a_draft(db: None) -> None:
    draft = make_article("Secret plans", status=ArticleStatus.DRAFT)
    make_tally(draft, base_yes=93)
    unknown = Article(pk=draft.pk + 1)

    for path in ("", "tally", "thanks/"):
        there = Browser().client.get(f"/vote/{draft.pk}/{path}")
        nowhere = Browser().client.get(f"/vote/{unknown.pk}/{path}")
        assert there.content == nowhere.content
    assert "Secret" not in Browser().vote(draft, "yes", as_form=True).content.decode()
