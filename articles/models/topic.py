"""Topics: the tags of articles and items, under clean names and ASCII slugs."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.urls import reverse
from taggit.models import ItemBase, TagBase

from articles.querysets.topics import TopicQuerySet
from regions.fields import PlainTextField
from regions.text import clean_text, slug_for

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Topic(TagBase):  # type: ignore[misc]
    """What an article or an item is about."""

    description = PlainTextField(blank=True, max_length=1000)

    name: str
    article_topics: "RelatedManager[ArticleTopic]"
    item_topics: "RelatedManager[ItemTopic]"
    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the topic under a clean name."""
        self.name = clean_text(self.name, multiline=False)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the slug that taggit stores; ``i`` tells apart topics whose slugs collide."""
        slug = slug_for(tag, max_length=90, fallback="topic")
        return slug if i is None else f"{slug}-{i}"

    def get_absolute_url(self) -> str:
        """Return the address of the topic's public page."""
        return reverse("topic", kwargs={"slug": self.slug})


class ArticleTopic(ItemBase):  # type: ignore[misc]
    """A topic of an article."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="article_topics")
    content_object = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="article_topics"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="article_topic_once"),
        ]


class ItemTopic(ItemBase):  # type: ignore[misc]
    """A topic of a policy item."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="item_topics")
    content_object = models.ForeignKey(
        "articles.PolicyItem", on_delete=models.CASCADE, related_name="item_topics"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="item_topic_once"),
        ]
