"""What the demo's readers answered in the weeks before it was loaded, so that the desk has something to tell.

The figures of an article from elsewhere stand in its manuscript; these votes come on top of them.
"""

import secrets
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone

from articles.choices import VoteReason, VoteState
from articles.demo.manuscripts import IMPORT_PREFIX
from articles.models import Article, HelpfulVote, VoteTally
from articles.voting.ledger import Ledger

_DAYS = 28  # that the votes of an article are spread over


class _Answer(NamedTuple):
    """So many times the same answer; ``held`` ones came within an hour, and wait for an editor."""

    article: str
    number: int
    helpful: bool
    reason: VoteReason | None = None
    comment: str = ""
    held: bool = False


_FINES = "2026-10-30-data-protection"
_ANSWERS = (
    _Answer(_FINES, 6, True),
    _Answer(_FINES, 9, False, VoteReason.INCOMPLETE),
    _Answer(_FINES, 7, False, VoteReason.HARD_TO_UNDERSTAND),
    _Answer(_FINES, 1, False, VoteReason.INCOMPLETE, "Which fines are final, which on appeal?"),
    _Answer(_FINES, 1, False, VoteReason.HARD_TO_UNDERSTAND, "Item 4 took me three readings."),
    _Answer("2026-11-06-ai", 17, True, VoteReason.COMPLETE),
    _Answer("2026-11-06-ai", 1, True, VoteReason.TRUSTWORTHY_SOURCES, "Originals linked: thank you."),
    _Answer("2026-11-06-ai", 4, False, VoteReason.NOT_WHAT_I_NEED),
    _Answer("2026-11-13-climate", 12, True, VoteReason.EASY_TO_UNDERSTAND),
    _Answer("2026-11-13-climate", 3, False, VoteReason.WRONG_OR_OUTDATED),
    _Answer("2026-11-20-blockchain", 9, True),
    _Answer("2026-11-10-partly-in-force", 14, True, held=True),
)  # fmt: skip


def cast_votes(keys: Collection[str]) -> None:
    """Cast the votes on those of the demo's articles, named by their keys, that are public."""
    for key in sorted({answer.article for answer in _ANSWERS} & set(keys)):
        article = Article.objects.get(import_key=IMPORT_PREFIX + key)
        if article.is_public:
            _cast(article, [answer for answer in _ANSWERS if answer.article == key])


def _cast(article: Article, answers: list[_Answer]) -> None:
    ledger = Ledger(VoteTally.objects.locked(article.pk))
    votes = list(_votes(article, answers))
    HelpfulVote.objects.bulk_create(votes)
    for vote in votes:
        ledger.add(vote)
    ledger.write()


def _votes(article: Article, answers: list[_Answer]) -> Iterator[HelpfulVote]:
    now = timezone.now()
    for place, answer in enumerate(each for each in answers for _ in range(each.number)):
        days = 1 if answer.held else place * 5 % _DAYS
        moment = _not_before(article, now - timedelta(days=days, minutes=place))
        yield HelpfulVote(
            article=article,
            voter=secrets.token_bytes(16),
            helpful=answer.helpful,
            reason=answer.reason or "",
            comment=answer.comment,
            article_version=article.version,
            state=VoteState.HELD if answer.held else VoteState.COUNTED,
            created_at=moment,
            changed_at=moment,
        )


def _not_before(article: Article, moment: datetime) -> datetime:
    """Return the moment, or that of the publication where it would be earlier."""
    return max(moment, article.published_at or moment)
