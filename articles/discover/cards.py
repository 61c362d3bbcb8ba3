"""The cards of "Discover more": editors' picks first, then the stored list, then the latest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Left, NullIf

from articles.excerpts import excerpt, plain_text

if TYPE_CHECKING:
    from articles.models import Article, RelatedPost

SHOWN = 6
OPENING = 4000  # characters of an article's text that its excerpt is made from, tags included

PICKED = "picked by the editors"
SIMILAR = "similar text"
LATEST = "recent"


@dataclass(frozen=True)
class Card:
    """One card. ``key`` tells it from the others: the id of an article here, else the external address."""

    key: str
    title: str
    url: str
    excerpt: str
    reason: str
    language: str = ""
    is_external: bool = False


def discover_more(article: "Article") -> list[Card]:
    """Return the six cards under an article, fewer only where the site has not six other public articles.

    It takes three queries.
    """
    cards: dict[str, Card] = {}
    for source in (_picked, _suggested, _latest):
        for card in source(article):
            cards.setdefault(card.key, card)
    return list(cards.values())[:SHOWN]


def _picked(article: "Article") -> Iterator[Card]:
    picks = article.related_posts.open_to_readers().exclude(post__in=_blocked(article))
    for pick in _with_openings(picks, "post__")[:SHOWN]:
        yield _here(pick.post, pick.opening, PICKED) if pick.post else _elsewhere(pick)


def _suggested(article: "Article") -> Iterator[Card]:
    suggestions = article.related_suggestions.open_to_readers().exclude(post__in=_blocked(article))
    for near in _with_openings(suggestions.nearest_first(), "post__"):
        yield _here(near.post, near.opening, _what_is_shared(near.shared_regions, near.shared_topics))


def _latest(article: "Article") -> Iterator[Card]:
    others = type(article).objects.published().exclude(pk=article.pk).exclude(pk__in=_blocked(article))
    for other in _with_openings(others.newest_first())[:SHOWN]:
        yield _here(other, other.opening, LATEST)


def _blocked(article: "Article") -> QuerySet[Any, int]:
    return article.related_blocks.values_list("blocked", flat=True)


def _with_openings(rows: QuerySet[Any], prefix: str = "") -> QuerySet[Any]:
    """Fetch the articles that ``prefix`` leads to, of their long texts the beginning alone."""
    text = Coalesce(
        NullIf(f"{prefix}introduction", Value(""), output_field=TextField()),
        f"{prefix}body",
        output_field=TextField(),
    )
    related = rows.select_related(prefix.removesuffix("__")) if prefix else rows
    long_texts = (f"{prefix}{name}" for name in ("introduction", "body", "conclusion"))
    openings: QuerySet[Any] = related.defer(*long_texts).annotate(opening=Left(text, OPENING))
    return openings


def _here(post: "Article", opening: str, reason: str) -> Card:
    return Card(
        key=str(post.pk),
        title=post.title,
        url=post.get_absolute_url(),
        excerpt=excerpt(post.standfirst or plain_text(opening)),
        reason=reason,
        language=post.language,
    )


def _elsewhere(pick: "RelatedPost") -> Card:
    return Card(
        key=pick.url,
        title=pick.title,
        url=pick.url,
        excerpt=excerpt(pick.excerpt),
        reason=PICKED,
        is_external=True,
    )


def _what_is_shared(regions: int, topics: int) -> str:
    """Return the line under a card: "same region, 2 shared topics"."""
    parts = [_shared(regions, "region"), _shared(topics, "topic")]
    return ", ".join(filter(None, parts)) or SIMILAR


def _shared(count: int, what: str) -> str:
    if count <= 1:
        return f"same {what}" if count else ""
    return f"{count} shared {what}s"
