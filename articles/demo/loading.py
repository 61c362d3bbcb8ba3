"""Turns the demo's manuscripts into articles, through the models' own verbs.

An article that was loaded once is left alone; its import key tells. So a second run writes nothing, and
what an editor has changed stays changed.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.demo.manuscripts import IMPORT_PREFIX, Item, Manuscript, Pick, read_all, read_catalogue
from articles.demo.places import find_regions
from articles.demo.votes import cast_votes
from articles.discover.rebuild import rebuild_all
from articles.models import (
    Article,
    ItemRelation,
    Notice,
    PolicyItem,
    RelatedPost,
    Series,
    Topic,
    VoteTally,
)
from articles.querysets.articles import ArticleQuerySet
from regions.models import Region


@dataclass(frozen=True)
class Loaded:
    """What one run made: counts of new rows, and of articles that were there already."""

    articles: int
    items: int
    kept: int


@transaction.atomic
def load_content() -> Loaded:
    """Load every article of the demo that isn't there yet.

    Raises:
        MissingRegionsError: an item's region isn't in the database.
    """
    manuscripts = read_all()
    there = set(_of_the_demo().values_list("import_key", flat=True))
    new = [text for text in manuscripts if IMPORT_PREFIX + text.key not in there]
    if new:
        _load_catalogue()
        _load(new)
        cast_votes([text.key for text in new])
        rebuild_all()
    return Loaded(len(new), sum(len(text.items) for text in new), len(manuscripts) - len(new))


def _of_the_demo() -> ArticleQuerySet:
    return Article.objects.filter(import_key__startswith=IMPORT_PREFIX)


def _load_catalogue() -> None:
    catalogue = read_catalogue()
    for name, description in catalogue["series"].items():
        Series.objects.get_or_create(name=name, defaults={"description": description})
    for name, description in catalogue["topics"].items():
        Topic.objects.get_or_create(name=name, defaults={"description": description})


def _load(manuscripts: list[Manuscript]) -> None:
    """Write the articles in their order, that of their dates: an item comes before the next step of it."""
    places = find_regions(name for text in manuscripts for item in text.items for name in item.regions)
    articles = {}
    for text in manuscripts:
        articles[text.key] = article = _write_article(text)
        for position, item in enumerate(text.items):
            _write_item(article, position, item, [places[name] for name in item.regions])
        _release(article, text)
    for text in manuscripts:
        _relate(text.items)
        _pick(articles[text.key], text.picks)


def _write_article(text: Manuscript) -> Article:
    article = Article.objects.create(
        import_key=IMPORT_PREFIX + text.key,
        series=Series.objects.get(name=text.series) if text.series else None,
        **text.columns,
    )
    article.tags.add(*text.tags)
    Notice.objects.bulk_create(
        Notice(article=article, position=position, kind=notice.kind, text=notice.text)
        for position, notice in enumerate(text.notices)
    )
    if text.helpful:
        yes, total = text.helpful
        VoteTally.objects.create(article=article, base_yes=yes, base_no=total - yes)
    return article


def _write_item(article: Article, position: int, item: Item, regions: list[Region]) -> None:
    row = PolicyItem.objects.create(
        article=article,
        position=position,
        import_key=IMPORT_PREFIX + item.key,
        continues=_item_of_the_demo(item.continues),
        **item.facts,
    )
    row.set_regions(regions)
    row.tags.add(*item.tags)


def _item_of_the_demo(key: str) -> PolicyItem | None:
    """Return an item by its key; None for an empty key, or where an editor has deleted the item."""
    return PolicyItem.objects.filter(import_key=IMPORT_PREFIX + key).first() if key else None


def _release(article: Article, text: Manuscript) -> None:
    """Bring the article to its status, with the dates of its story rather than those of the loading."""
    if text.published_at:
        article.publish(text.published_at)
    elif text.status != ArticleStatus.DRAFT:
        article.status = text.status
        article.save()
    if text.status == ArticleStatus.ARCHIVED:
        article.archive()
    if article.published_at and article.published_at <= timezone.now():
        touched = article.corrected_at or article.published_at
        _of_the_demo().filter(pk=article.pk).update(created_at=article.published_at, modified_at=touched)
        article.items.update(modified_at=touched)


def _relate(items: list[Item]) -> None:
    for item in items:
        for relation in item.relations:
            to_item = _item_of_the_demo(relation.to)
            from_item = _item_of_the_demo(item.key)
            if from_item and to_item:
                ItemRelation.objects.create(from_item=from_item, to_item=to_item, kind=relation.kind)


def _pick(article: Article, picks: list[Pick]) -> None:
    for position, pick in enumerate(picks):
        post = (
            _of_the_demo().filter(import_key=IMPORT_PREFIX + pick.article).first() if pick.article else None
        )
        if post or pick.url:
            RelatedPost.objects.create(
                article=article,
                position=position,
                post=post,
                url=pick.url,
                title=pick.title,
                excerpt=pick.excerpt,
            )
