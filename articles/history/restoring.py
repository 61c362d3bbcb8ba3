"""Brings a version of an article back: its texts and parts, not its way to readers.

Status, dates of publication and corrections stay as they are: a public address never dies. What a version
leads to and is no longer there (a region, a topic, an earlier item) is left out. Items come back under their
own ids, so that their permalinks and anchors work again.
"""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models, transaction

from articles import timeline
from articles.history.recording import record, record_first
from articles.history.rows import Fields, Rows, rows_of_version
from articles.models import (
    Article,
    ArticleTopic,
    ItemRegion,
    ItemRelation,
    ItemTopic,
    Notice,
    PolicyItem,
    RelatedBlock,
    RelatedPost,
    Series,
    Topic,
)
from regions.models import Region

_TEXTS = (
    *("title", "language", "standfirst", "introduction", "body", "conclusion", "byline"),
    *("edition_date", "source_url"),
)
_OF_ITEMS_OWN_WAY = {"id", "article_id", "continues_id", "import_key"}


@transaction.atomic
def restore(article: Article, revision: Any, *, by: AbstractBaseUser | AnonymousUser) -> None:
    """Make the article what it was in a version, and keep that as a new version. Lock its row before."""
    rows = rows_of_version(revision)
    record_first([article])
    _restore_texts(article, rows)
    _restore_parts(article, rows)
    _restore_items(article, rows)
    record(
        [article], by=by, comment=f"Restored the version of {revision.date_created:%Y-%m-%d %H:%M:%S} UTC."
    )


def _restore_texts(article: Article, rows: Rows) -> None:
    [kept] = rows[Article]
    for name in _TEXTS:
        setattr(article, name, kept[name])
    article.series = Series.objects.filter(pk=kept["series_id"]).first()
    if not Article.objects.exclude(pk=article.pk).filter(slug=kept["slug"]).exists():
        article.slug = kept["slug"]
    article.save()
    article.tags.set(_there(Topic, [row["tag_id"] for row in rows[ArticleTopic]]))


def _restore_parts(article: Article, rows: Rows) -> None:
    posts = {post.pk for post in _there(Article, [row["post_id"] for row in rows[RelatedPost]])}
    blocked = {post.pk for post in _there(Article, [row["blocked_id"] for row in rows[RelatedBlock]])}
    picks = [row for row in rows[RelatedPost] if row["post_id"] is None or row["post_id"] in posts]
    blocks = [row for row in rows[RelatedBlock] if row["blocked_id"] in blocked]
    _replace(article.notices.all(), Notice, rows[Notice])
    _replace(article.related_posts.all(), RelatedPost, picks)
    _replace(article.related_blocks.all(), RelatedBlock, blocks)


def _restore_items(article: Article, rows: Rows) -> None:
    kept = {row["id"]: row for row in rows[PolicyItem]}
    for item in article.items.exclude(pk__in=kept):
        item.delete()
    present = {item.pk: item for item in article.items.all()}
    items = [present.get(pk) or PolicyItem(pk=pk, article=article) for pk in kept]
    for item in items:
        _restore_item(item, kept[item.pk], rows)
    for item in items:
        _restore_ties(item, kept[item.pk], rows)


def _restore_item(item: PolicyItem, kept: Fields, rows: Rows) -> None:
    for name in kept.keys() - _OF_ITEMS_OWN_WAY:
        setattr(item, name, kept[name])
    others = PolicyItem.objects.exclude(pk=item.pk)
    if not others.filter(import_key=kept["import_key"], import_key__isnull=False).exists():
        item.import_key = kept["import_key"]
    item.continues = None
    item.save()
    filed = sorted(
        (row for row in rows[ItemRegion] if row["item_id"] == item.pk), key=lambda row: row["position"]
    )
    item.set_regions(_there(Region, [row["region_id"] for row in filed]))
    item.tags.set(
        _there(Topic, [row["tag_id"] for row in rows[ItemTopic] if row["content_object_id"] == item.pk])
    )


def _restore_ties(item: PolicyItem, kept: Fields, rows: Rows) -> None:
    """Restore what leads to other items, once all are there; a circle that came up meanwhile is left out."""
    item.continues = PolicyItem.objects.filter(pk=kept["continues_id"]).first()
    try:
        timeline.refuse_circle(item)
    except ValidationError:
        item.continues = None
    item.save()
    ties = [row for row in rows[ItemRelation] if row["from_item_id"] == item.pk]
    there = {other.pk for other in _there(PolicyItem, [row["to_item_id"] for row in ties])}
    _replace(item.relations.all(), ItemRelation, [row for row in ties if row["to_item_id"] in there])


def _replace(now: "models.QuerySet[Any]", model: Any, kept: list[Fields]) -> None:
    now.delete()
    model.objects.bulk_create([model(**{**row, "id": None}) for row in kept])


def _there(model: Any, keys: list[Any]) -> list[Any]:
    """Return the rows of the keys that are still there, in the order of the keys."""
    found = model._default_manager.in_bulk([key for key in keys if key is not None])
    return [found[key] for key in keys if key in found]
