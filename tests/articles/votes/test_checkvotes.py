"""``checkvotes`` finds every figure that is not what its votes add up to, and mends it when asked."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, VoteDay, VoteTally
from articles.voting import audit
from tests.articles.votes.browser import strangers
from tests.factories import make_article, make_tally


@pytest.fixture(autouse=True)
def _three_votes(article: Article) -> None:
    for browser, answer in zip(strangers(3), ("yes", "yes", "no"), strict=True):
        browser.vote(article, answer)


def checkvotes(*arguments: str) -> str:
    out = StringIO()
    call_command("checkvotes", *arguments, stdout=out)
    return out.getvalue()


def test_figures_that_are_right_pass(article: Article) -> None:
    make_tally(make_article(), base_yes=93, base_no=39)

    assert "Every figure" in checkvotes()


@pytest.mark.parametrize("column", ["yes", "no", "held_yes", "held_no"])
def test_a_wrong_tally_fails_and_is_named(article: Article, column: str) -> None:
    VoteTally.objects.update(**{column: 9})
    out = StringIO()

    with pytest.raises(CommandError):
        call_command("checkvotes", stdout=out)
    assert f"article {article.pk}: {column} is 9" in out.getvalue()


def test_a_wrong_day_fails(article: Article) -> None:
    VoteDay.objects.update(no=-2)

    with pytest.raises(CommandError):
        checkvotes()


def test_votes_without_a_tally_fail(article: Article) -> None:
    VoteTally.objects.all().delete()

    with pytest.raises(CommandError):
        checkvotes()


def test_fix_puts_every_figure_right_and_leaves_the_baseline(article: Article) -> None:
    VoteTally.objects.update(yes=7, held_no=3, base_yes=93)
    VoteDay.objects.update(yes=0, no=5)

    assert "4 figures corrected" in checkvotes("--fix")
    assert "Every figure" in checkvotes()
    assert str(VoteTally.objects.of(article.pk)) == "95 out of 96"


def test_fix_makes_a_tally_and_a_day_that_are_missing(article: Article) -> None:
    VoteTally.objects.all().delete()
    VoteDay.objects.all().delete()
    checkvotes("--fix")

    assert str(VoteTally.objects.of(article.pk)) == "2 out of 3"
    assert (VoteDay.objects.get().yes, VoteDay.objects.get().no) == (2, 1)


def test_all_articles_are_looked_at_however_many(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "BATCH", 2)
    others = [make_article() for _ in range(4)]
    make_tally(others[-1], yes=1)

    [difference] = audit.differences()
    assert difference.article_id == others[-1].pk
