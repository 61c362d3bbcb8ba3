"""Topics: what articles and items are tagged with."""

from typing import Any, cast

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.deletion import CountedDeletion
from articles.forms.vocabularies import EditTopicForm
from articles.models import Topic
from articles.querysets.topics import TopicQuerySet


@admin.register(Topic)
class TopicAdmin(CountedDeletion[Topic]):
    """Topics; the slug is made once, since readers keep addresses."""

    form = EditTopicForm
    fields = ("name", "slug", "description")
    readonly_fields = ("slug",)
    list_display = ("name", "slug", "articles", "items")
    search_fields = ("name",)
    ordering = ("name",)
    list_per_page = 100
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Topic]":
        """Return topics with the numbers of articles and items that carry them, public or not."""
        return cast("TopicQuerySet", super().get_queryset(request)).with_use_counts()

    @admin.display(description="articles", ordering="used_by_articles")
    def articles(self, topic: Any) -> Any:
        """How many articles carry the topic."""
        return topic.used_by_articles

    @admin.display(description="items", ordering="used_by_items")
    def items(self, topic: Any) -> Any:
        """How many items carry the topic."""
        return topic.used_by_items
