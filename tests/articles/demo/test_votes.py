"""What the demo's readers answered: enough for every list of the desk, and figures that agree."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.demo.votes import cast_votes
from articles.models import HelpfulVote, VoteTally
from articles.voting.audit import differences
from articles.voting.worklist import failing
from tests.factories import make_article, make_tally

pytestmark = pytest.mark.django_db

KEYS = ("2026-10-30-data-protection", "2026-11-06-ai", "2026-11-10-partly-in-force", "2026-11-13-climate")


@pytest.fixture(autouse=True)
def _votes(db: None) -> None:
    for days, key in enumerate(KEYS, start=20):
        article = make_article(
            key, import_key=f"demo/{key}", published_at=timezone.now() - timedelta(days=days)
        )
        make_tally(article, base_yes=18, base_no=13)
    make_tally(make_article("thirteen", import_key="demo/2020-04-10-blockchain"), base_yes=93, base_no=39)
    cast_votes([*KEYS, "2020-04-10-blockchain"])


def test_one_article_is_surely_worse_than_the_others() -> None:
    assert [entry.title for entry in failing(5)] == ["2026-10-30-data-protection"]


def test_some_votes_wait_for_an_editor_and_some_have_words() -> None:
    assert [tally.article.title for tally in VoteTally.objects.with_held_votes()] == [
        "2026-11-10-partly-in-force"
    ]
    assert HelpfulVote.objects.commented().count() == 3


def test_they_come_on_top_of_the_figures_brought_along_and_agree_with_them() -> None:
    assert str(VoteTally.objects.get(article__title="2026-10-30-data-protection")) == "24 out of 55"
    assert str(VoteTally.objects.get(article__title="thirteen")) == "93 out of 132"
    assert list(differences()) == []


def test_none_was_cast_before_its_article_was_public_or_weeks_ago() -> None:
    for vote in HelpfulVote.objects.select_related("article"):
        assert vote.article.published_at is not None
        assert vote.created_at >= vote.article.published_at
        assert vote.created_at > timezone.now() - timedelta(days=30)


def test_an_article_that_is_not_public_yet_gets_none() -> None:
    make_article("later", import_key="demo/2026-11-20-blockchain", status="draft")
    cast_votes(["2026-11-20-blockchain"])
    assert not HelpfulVote.objects.filter(article__title="later").exists()
