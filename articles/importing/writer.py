"""Saves what was understood as a draft: an article with its items, regions, notices, tally and picks.

A source is imported once; its key is a checksum of its words, so another copy of the text is known too.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.db import transaction

from articles.choices import ArticleStatus, DatePrecision
from articles.importing.characters import words
from articles.importing.counting import Count, counts_of
from articles.importing.digest import Digest, ParsedItem, ParsedPost
from articles.importing.html import rich_post, rich_text
from articles.models import Article, Notice, PolicyItem, RelatedPost, VoteTally
from regions.models import Region

IMPORT_PREFIX = "import/"
_TITLE, _HEADING, _SECTION, _STANDFIRST, _NOTICE, _EXCERPT, _URL = 300, 300, 200, 1000, 2000, 1000, 200
_PRECISIONS = [DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.QUARTER, DatePrecision.YEAR]


@dataclass(frozen=True, slots=True)
class Written:
    """What was saved: a draft, or the article that the same source made before (``known``).

    ``unmatched`` are titles under "Discover more" that no article here bears and that have no address.
    """

    article: Article
    known: bool = False
    unmatched: list[str] = field(default_factory=list)


def key_of(text: str) -> str:
    """Return the import key of a source."""
    return IMPORT_PREFIX + hashlib.sha256(words(text).encode()).hexdigest()[:40]


def imported_before(text: str) -> Article | None:
    """Return the article that the same source made before, if there is one."""
    return Article.objects.filter(import_key=key_of(text)).first()


@transaction.atomic
def write(digest: Digest, text: str, *, again: bool = False, source_url: str = "") -> Written:
    """Save a draft of a digest that was read from ``text``; all of it or nothing.

    ``again`` makes another draft of a source that was imported before.
    """
    key = key_of(text)
    before = imported_before(text)
    if before is not None and not again:
        return Written(before, known=True)
    article = Article.objects.create(
        import_key=_free_key(key) if before else key, source_url=source_url[:_URL], **_columns(digest)
    )
    regions = _regions(digest.items)
    for position, (item, counted) in enumerate(zip(digest.items, counts_of(digest.items), strict=True)):
        _write_item(article, position, item, counted, regions)
    _write_notices(article, digest)
    if digest.helpful:
        yes, total = digest.helpful
        VoteTally.objects.create(article=article, base_yes=yes, base_no=total - yes)
    return Written(article, unmatched=_pick(article, digest.related))


def _free_key(key: str) -> str:
    taken = set(Article.objects.filter(import_key__startswith=key).values_list("import_key", flat=True))
    return next(f"{key}#{number}" for number in count(2) if f"{key}#{number}" not in taken)


def _columns(digest: Digest) -> dict[str, Any]:
    """Return the columns of the article; what is too long for its own goes to the introduction."""
    long_title = digest.title if len(digest.title) > _TITLE else ""
    long_standfirst = digest.standfirst if len(digest.standfirst) > _STANDFIRST else ""
    return {
        "title": digest.title[:_TITLE] or "Imported text without a title",
        "language": digest.language,
        "status": ArticleStatus.DRAFT,
        "standfirst": "" if long_standfirst else digest.standfirst,
        "introduction": rich_text([*filter(None, [long_title, long_standfirst]), *digest.introduction]),
        "body": rich_post(digest.body),
        "conclusion": rich_text(digest.conclusion),
    }


def _regions(items: Iterable[ParsedItem]) -> dict[str, Region]:
    paths = {place.path for item in items for place in item.regions}
    return {region.path: region for region in Region.objects.filter(path__in=paths)}


def _write_item(
    article: Article, position: int, item: ParsedItem, counted: Count, regions: dict[str, Region]
) -> None:
    heading = item.heading or ""
    long_heading = [heading] if len(heading) > _HEADING else []
    row = PolicyItem.objects.create(
        article=article,
        position=position,
        section=counted.section[:_SECTION],
        restarts_numbering=counted.restarts_numbering,
        numbered=counted.numbered,
        skip_before=counted.skip_before,
        heading="" if long_heading else heading,
        body=rich_text([*long_heading, *item.body]),
        source_url=next((url for url in item.urls if len(url) <= _URL), ""),
        **announced(item),
    )
    row.set_regions([regions[place.path] for place in item.regions if place.path in regions])


def announced(item: ParsedItem) -> dict[str, Any]:
    """Return the columns of the date of the announcement: the first of the most exact ones."""
    if not item.dates:
        return {}
    told = min(item.dates, key=lambda found: _PRECISIONS.index(DatePrecision(found.precision)))
    return {"announced_on": told.date, "announced_precision": told.precision}


def _write_notices(article: Article, digest: Digest) -> None:
    """Write the notices; a long one becomes several."""
    parts = [
        (notice.kind, notice.text[start : start + _NOTICE])
        for notice in digest.notices
        for start in range(0, len(notice.text), _NOTICE)
    ]
    Notice.objects.bulk_create(
        Notice(article=article, position=position, kind=kind, text=text)
        for position, (kind, text) in enumerate(parts)
    )


def _pick(article: Article, posts: Sequence[ParsedPost]) -> list[str]:
    """Pick articles here with the titles of the posts, or their addresses; return the other titles."""
    here = {words(post.title): post for post in _titled([post.title for post in posts], article)}
    rows: list[RelatedPost] = []
    unmatched: list[str] = []
    taken: set[int] = set()
    for post in posts:
        found = here.get(words(post.title))
        if found is not None and found.pk not in taken:
            taken.add(found.pk)
            rows.append(RelatedPost(article=article, position=len(rows), post=found))
        elif found is None and post.url and len(post.url) <= _URL:
            texts = {"title": post.title[:_TITLE], "excerpt": post.excerpt[:_EXCERPT]}
            rows.append(RelatedPost(article=article, position=len(rows), url=post.url, **texts))
        elif found is None:
            unmatched.append(post.title)
    RelatedPost.objects.bulk_create(rows)
    return unmatched


def _titled(titles: Sequence[str], article: Article) -> Iterable[Article]:
    """Return articles with one of the titles, but the one that the picks are for, and archived ones."""
    others = Article.objects.exclude(pk=article.pk).exclude(status=ArticleStatus.ARCHIVED)
    return others.filter(title__in=titles).order_by("published_at", "pk")
