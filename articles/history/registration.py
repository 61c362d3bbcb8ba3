"""What a version of an article consists of: the article with all that is written on its page."""

from typing import Any

import reversion
from django.db import models

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
)

# The parts of an article, each with the lookup that leads from it to the article.
PARTS: dict[type[models.Model], str] = {
    ArticleTopic: "content_object",
    Notice: "article",
    RelatedPost: "article",
    RelatedBlock: "article",
    PolicyItem: "article",
    ItemRegion: "item__article",
    ItemTopic: "content_object__article",
    ItemRelation: "from_item__article",
}
# What tells nothing of the text: marks of saves, and what is derived.
_LEFT_OUT: dict[type[models.Model], tuple[str, ...]] = {
    Article: (
        *("save_token", "saved_by", "saved_at", "submission_key"),
        *("modified_at", "created_at", "version", "import_key"),
    ),
    PolicyItem: ("first_step", "modified_at"),
}
_FOLLOWED: dict[type[models.Model], tuple[str, ...]] = {
    Article: ("article_topics", "notices", "related_posts", "related_blocks", "items"),
    PolicyItem: ("item_regions", "item_topics", "relations"),
}

_MODELS: tuple[type[models.Model], ...] = (Article, *PARTS)
for _model in _MODELS:
    reversion.register(_model, exclude=_LEFT_OUT.get(_model, ()), follow=_FOLLOWED.get(_model, ()))


def whole(articles: "models.QuerySet[Article]") -> "models.QuerySet[Article]":
    """Fetch articles with everything that a version keeps, in as many queries for one as for many."""
    return articles.select_related("series").prefetch_related(
        _rows("article_topics", ArticleTopic, "tag"),
        _rows("notices", Notice),
        _rows("related_posts", RelatedPost, "post"),
        _rows("related_blocks", RelatedBlock, "blocked"),
        _rows("items", PolicyItem),
        _rows("items__item_regions", ItemRegion, "region"),
        _rows("items__item_topics", ItemTopic, "tag"),
        _rows("items__relations", ItemRelation),
    )


def _rows(path: str, model: Any, *along: str) -> "models.Prefetch[Any]":
    rows = model._default_manager.all()
    return models.Prefetch(path, rows.select_related(*along) if along else rows)
