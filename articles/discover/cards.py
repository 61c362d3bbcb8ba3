"""The cards of "Discover more": editors' picks first, then the stored list, then the latest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.urls import reverse

from articles.excerpts import excerpt, plain_text

if TYPE_CHECKING:
    from articles.models import Article

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


class _Post(NamedTuple):
    pk: int
    title: str
    slug: str
    language: str
    standfirst: str
    opening: str


Candidates = Iterator[tuple[str, Callable[[], Card]]]


def discover_more(article: "Article") -> list[Card]:
    """Return the six cards under an article, fewer only where the site has not six other public articles.

    It takes three queries; their rows become cards only where they are shown.
    """
    found: dict[str, Callable[[], Card]] = {}
    for source in (_picked, _suggested, _latest):
        for key, card in source(article):
            found.setdefault(key, card)
    return [card() for card in list(found.values())[:SHOWN]]


def _picked(article: "Article") -> Candidates:
    picks = article.related_posts.open_to_readers().exclude(post__in=_blocked(article))
    for url, title, text, *post in picks.values_list("url", "title", "excerpt", *_columns("post__"))[:SHOWN]:
        if url:
            yield url, partial(_elsewhere, url, title, text)
        else:
            yield str(post[0]), partial(_here, _Post(*post), PICKED)


def _suggested(article: "Article") -> Candidates:
    suggestions = article.related_suggestions.open_to_readers().exclude(post__in=_blocked(article))
    rows = suggestions.nearest_first().values_list("shared_regions", "shared_topics", *_columns("post__"))
    for regions, topics, *post in rows:
        yield str(post[0]), partial(_here, _Post(*post), _what_is_shared(regions, topics))


def _latest(article: "Article") -> Candidates:
    others = type(article).objects.published().exclude(pk=article.pk).exclude(pk__in=_blocked(article))
    for post in others.newest_first().values_list(*_columns())[:SHOWN]:
        yield str(post[0]), partial(_here, _Post(*post), LATEST)


def _blocked(article: "Article") -> QuerySet[Any, int]:
    return article.related_blocks.values_list("blocked", flat=True)


def _columns(prefix: str = "") -> tuple[str | Left, ...]:
    """Return what cards show of the articles that ``prefix`` leads to; of their long texts the beginning."""
    introduction = NullIf(f"{prefix}introduction", Value(""), output_field=TextField())
    text = Coalesce(introduction, f"{prefix}body", output_field=TextField())
    return *(f"{prefix}{name}" for name in _Post._fields[:-1]), Left(text, OPENING)


def _here(post: _Post, reason: str) -> Card:
    return Card(
        key=str(post.pk),
        title=post.title,
        url=reverse("article", kwargs={"slug": post.slug}),
        excerpt=excerpt(post.standfirst or plain_text(post.opening)),
        reason=reason,
        language=post.language,
    )


def _elsewhere(url: str, title: str, text: str) -> Card:
    return Card(key=url, title=title, url=url, excerpt=excerpt(text), reason=PICKED, is_external=True)


def _what_is_shared(regions: int, topics: int) -> str:
    """Return the line under a card: "same region, 2 shared topics"."""
    parts = [_shared(regions, "region"), _shared(topics, "topic")]
    return ", ".join(filter(None, parts)) or SIMILAR


def _shared(count: int, what: str) -> str:
    if count <= 1:
        return f"same {what}" if count else ""
    return f"{count} shared {what}s"
