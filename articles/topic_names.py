"""What an article and its items are about, by name, in one query: the desk shows all of it on one page."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import models

from articles.models.topic import ArticleTopic, ItemTopic

if TYPE_CHECKING:
    from articles.models import Article

TopicNames = Mapping[int | None, list[str]]
_NO_ITEM = models.Value(None, output_field=models.BigIntegerField())


def topic_names(article: "Article") -> TopicNames:
    """Return the sorted names of the topics of each item by its id; those of the article under None."""
    of_items = ItemTopic.objects.filter(content_object__article=article)
    own = ArticleTopic.objects.filter(content_object=article)
    rows = of_items.values_list("content_object_id", "tag__name").union(
        own.values_list(_NO_ITEM, "tag__name"), all=True
    )
    names: dict[int | None, list[str]] = defaultdict(list)
    for item_id, name in rows:
        names[item_id].append(name)
    return defaultdict(list, {item_id: sorted(found) for item_id, found in names.items()})
