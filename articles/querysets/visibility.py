"""The one rule of what the public may see; every public query of articles, items and topics keeps it."""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from articles.choices import ArticleStatus

PUBLIC_STATUSES = (ArticleStatus.SCHEDULED, ArticleStatus.PUBLISHED)


def public(prefix: str = "") -> Q:
    """Return the condition that an article is public now.

    A scheduled article becomes public when its time has come, whether or not a worker has run since.
    ``prefix`` leads from the queried model to the article: ``public("article__")`` for items.
    """
    condition: dict[str, Any] = {
        f"{prefix}status__in": PUBLIC_STATUSES,
        f"{prefix}published_at__lte": timezone.now(),
    }
    return Q(**condition)


def public_place(prefix: str = "") -> Q:
    """Return the same condition for rows of the closure, which repeat it of their articles."""
    return Q(**{f"{prefix}published_at__lte": timezone.now()})
