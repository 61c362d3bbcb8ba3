"""Votes by the dozen, with the figures kept beside them, as if readers had cast them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from articles.choices import VoteState
from articles.models import Article, HelpfulVote, VoteDay, VoteTally
from articles.voting.ledger import column_of, day_of


def cast(
    article: Article,
    number: int,
    *,
    helpful: bool = False,
    days_ago: int = 0,
    at: datetime | None = None,
    state: str = VoteState.COUNTED,
    **fields: Any,
) -> list[HelpfulVote]:
    """Cast so many votes; ``reason``, ``comment`` and ``article_version`` go to each of them."""
    moment = at or timezone.now() - timedelta(days=days_ago)
    start = HelpfulVote.objects.filter(article=article).count()
    votes = [
        HelpfulVote(
            article=article,
            voter=(start + serial).to_bytes(16, "big"),
            helpful=helpful,
            state=state,
            created_at=moment,
            changed_at=moment,
            **fields,
        )
        for serial in range(number)
    ]
    HelpfulVote.objects.bulk_create(votes)
    column = column_of(state, helpful=helpful)
    VoteTally.objects.get_or_create(article=article)
    if column:
        VoteTally.objects.filter(article=article).update(**{column: F(column) + number})
    if state == VoteState.COUNTED:
        moved = {"yes": 0, "no": 0} | {column: number}
        VoteDay.objects.move(article.pk, day_of(moment.astimezone(UTC)), **moved)
    return votes


def judged(article: Article, *, yes: int = 0, no: int = 0, **fields: Any) -> Article:
    """Cast Yes and No on an article, and return it."""
    cast(article, yes, helpful=True, **fields)
    cast(article, no, helpful=False, **fields)
    return article
