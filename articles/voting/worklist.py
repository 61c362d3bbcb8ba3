"""The articles that readers say No to, in the two orders in which an editor may take them up.

The order comes from the daily counts, which hold a row per article and day and nobody's identity; votes
themselves are read for the articles of one page only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from articles.choices import VoteReason
from articles.models import Article, HelpfulVote, VoteDay, VoteTally
from articles.voting.figures import Figures, mean_share
from articles.voting.ledger import day_of

DAYS = 90
MINIMUM = 10  # answers in the window; with fewer, an article is in neither list


class Order(models.TextChoices):
    """Which article comes first."""

    SUREST = "surest", "Surest problem"
    LET_DOWN = "let-down", "Most readers let down"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with the answers of the window."""

    article_id: int
    title: str
    recent: Figures
    let_down: float


@dataclass(slots=True)
class Details:
    """What else an editor wants to know of an article that readers say No to.

    The reasons are those given in the window, with their numbers, the most frequent first.
    ``since_change`` counts the votes on the article's present version alone.
    """

    tally: VoteTally
    version: int = 1
    since_change: Figures = field(default_factory=Figures)
    reasons_for_yes: list[tuple[str, int]] = field(default_factory=list)
    reasons_for_no: list[tuple[str, int]] = field(default_factory=list)
    comments: int = 0


def first_day() -> date:
    """Return the first of the days (in UTC) that the worklists count, today being the last."""
    return day_of(timezone.now()) - timedelta(days=DAYS - 1)


def entries(order: Order = Order.SUREST) -> list[Entry]:
    """Return the public articles with enough answers in the window, the most pressing first."""
    rows = VoteDay.objects.by_public_article(first_day())
    figures = [(article_id, title, Figures(yes, no)) for article_id, title, yes, no in rows]
    mean = mean_share(each for _, _, each in figures)
    found = [
        Entry(article_id, title, each, each.let_down(mean))
        for article_id, title, each in figures
        if each.total >= MINIMUM
    ]
    return sorted(found, key=_SORTING[order])


def failing(limit: int) -> list[Entry]:
    """Return the surest problems among the articles that surely do worse than the site."""
    return [entry for entry in entries() if entry.let_down > 0][:limit]


def details(article_ids: Sequence[int]) -> dict[int, Details]:
    """Return the details of the articles, by a constant number of queries."""
    found = {pk: Details(VoteTally(article_id=pk)) for pk in article_ids}
    for tally in VoteTally.objects.filter(article__in=article_ids):
        found[tally.article_id].tally = tally
    for pk, version in Article.objects.filter(pk__in=article_ids).values_list("pk", "version").order_by():
        found[pk].version = version
    since = datetime.combine(first_day(), time.min, UTC)
    for pk, helpful, reason, votes, comments in HelpfulVote.objects.reasons_of(article_ids, since):
        found[pk].comments += comments
        if reason:
            reasons = found[pk].reasons_for_yes if helpful else found[pk].reasons_for_no
            reasons.append((str(VoteReason(reason).label), votes))
    for pk, figures in since_change(article_ids).items():
        found[pk].since_change = figures
    return found


def since_change(article_ids: Sequence[int]) -> dict[int, Figures]:
    """Return the counted votes on each article since its last major change, in one query."""
    answers: dict[int, dict[bool, int]] = {pk: {True: 0, False: 0} for pk in article_ids}
    for pk, helpful, votes in HelpfulVote.objects.since_change_of(article_ids):
        answers[pk][helpful] = votes
    return {pk: Figures(counts[True], counts[False]) for pk, counts in answers.items()}


def _by_bound(entry: Entry) -> tuple[float, int, int]:
    return (-entry.recent.bound, -entry.recent.total, entry.article_id)


def _by_readers(entry: Entry) -> tuple[float, float, int]:
    return (-entry.let_down, -entry.recent.bound, entry.article_id)


_SORTING = {Order.SUREST: _by_bound, Order.LET_DOWN: _by_readers}
