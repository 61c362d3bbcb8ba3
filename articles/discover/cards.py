"""The cards of "Discover more": editors' picks first, then the stored list, then the latest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import TextField, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext

from articles.excerpts import excerpt, plain_text

if TYPE_CHECKING:
    from articles.models import Article
    from articles.querysets.articles import ArticleQuerySet

SHOWN = 6
OPENING = 4000  # characters of an article's text that its excerpt is made from, tags included

PICKED = _("picked by the editors")
SIMILAR = _("similar text")
LATEST = _("recent")


@dataclass(frozen=True)
class Card:
    """One card. ``key`` tells it from the others: the id of an article here, else the external address."""

    key: str
    title: str
    url: str
    excerpt: str
    reason: str | Promise
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

    It takes five small queries; their rows become cards only where they are shown.
    """
    public = type(article).objects.published()
    hidden = {article.pk, *article.related_blocks.values_list("blocked", flat=True)}
    picks = list(article.related_posts.values_list("post_id", "url", "title", "excerpt"))
    near = list(
        article.related_suggestions.nearest_first().values_list("post_id", "shared_regions", "shared_topics")
    )
    latest = list(public.newest_first().values_list("pk", flat=True)[: SHOWN + len(hidden)])
    posts = _posts(public.filter(pk__in={*latest, *_ids(picks), *_ids(near)} - hidden))
    found: dict[str, Callable[[], Card]] = {}
    for key, card in chain(_picked(picks, posts), _suggested(near, posts), _latest(latest, posts)):
        found.setdefault(key, card)
    return [card() for card in list(found.values())[:SHOWN]]


def _ids(rows: list[Any]) -> set[int]:
    return {row[0] for row in rows if row[0] is not None}


def _posts(articles: "ArticleQuerySet") -> dict[int, _Post]:
    return {row[0]: _Post(*row) for row in articles.order_by().values_list(*_COLUMNS)}


def _picked(picks: list[Any], posts: dict[int, _Post]) -> Candidates:
    for pk, url, title, text in picks:
        if url:
            yield url, partial(_elsewhere, url, title, text)
        elif pk in posts:
            yield str(pk), partial(_here, posts[pk], PICKED)


def _suggested(near: list[Any], posts: dict[int, _Post]) -> Candidates:
    for pk, regions, topics in near:
        if pk in posts:
            yield str(pk), partial(_here, posts[pk], _what_is_shared(regions, topics))


def _latest(latest: list[int], posts: dict[int, _Post]) -> Candidates:
    for pk in latest:
        if pk in posts:
            yield str(pk), partial(_here, posts[pk], LATEST)


# What cards show of articles here; of their long texts the beginning.
_INTRODUCTION = NullIf("introduction", Value(""), output_field=TextField())
_COLUMNS = (
    *_Post._fields[:-1],
    Left(Coalesce(_INTRODUCTION, "body", output_field=TextField()), OPENING),
)


def _here(post: _Post, reason: str | Promise) -> Card:
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


def _what_is_shared(regions: int, topics: int) -> str | Promise:
    """Return the line under a card: "same region, 2 shared topics"."""
    parts = []
    if regions:
        parts.append(ngettext("same region", "%(count)s shared regions", regions) % {"count": regions})
    if topics:
        parts.append(ngettext("same topic", "%(count)s shared topics", topics) % {"count": topics})
    return pgettext("between words of a list", ", ").join(parts) or SIMILAR
