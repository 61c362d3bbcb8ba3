"""The list of articles: its columns, and the queries that fill them for a whole page at once."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest

from articles.models import Article, PolicyItem, Topic
from articles.querysets.articles import ArticleQuerySet

_REGIONS_SHOWN = 3
_TOPICS_OFFERED = 20


class TopicFilter(admin.SimpleListFilter):
    """The articles that carry a topic, or that have an item that does."""

    title = "topic"
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the topics of most articles, and the one that is chosen."""
        topics = {topic.slug: topic.name for topic in Topic.objects.most_used_by_articles(_TOPICS_OFFERED)}
        chosen = self.used_parameters.get(self.parameter_name)
        if chosen and chosen not in topics:
            topics |= dict(Topic.objects.filter(slug=chosen).values_list("slug", "name"))
        return list(topics.items())

    def queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> "models.QuerySet[Any]":
        """Return the articles about the chosen topic; none for a topic that isn't there."""
        if self.value() is None:
            return queryset
        topic = Topic.objects.filter(slug=self.value()).first()
        return cast("ArticleQuerySet", queryset).about(topic) if topic else queryset.none()


class ArticleChangeList(ChangeList):
    """A page of articles with their counts and first regions."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> "models.QuerySet[Any]":
        """Fetch along what the columns show, and no long text."""
        articles = cast("ArticleQuerySet", super().get_queryset(request, exclude_parameters))
        first_items = PolicyItem.objects.with_regions().only("pk", "article", "position")[:_REGIONS_SHOWN]
        return (
            articles.with_item_counts()
            .defer("introduction", "body", "conclusion")
            .prefetch_related(models.Prefetch("items", first_items, to_attr="first_items"))
        )


class ArticleColumns(admin.ModelAdmin[Article]):
    """The columns and filters of the list."""

    list_display = ("title", "status", "published_at", "item_count", "places", "helpful", "series")
    list_filter = ("status", "series", "language", TopicFilter)
    date_hierarchy = "published_at"
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = "–"

    @admin.display(description="items")
    def item_count(self, article: Any) -> int | None:
        """How many items the digest has; nothing for a plain post."""
        return article.item_count or None

    @admin.display(description="regions")
    def places(self, article: Any) -> str | None:
        """The regions of the first items."""
        names = [item.region.name for item in article.first_items if item.region is not None]
        if article.item_count > len(article.first_items):
            names.append("…")
        return ", ".join(names) or None

    @admin.display(description="found helpful")
    def helpful(self, article: Article) -> str | None:
        """The tally that readers see."""
        tally = getattr(article, "tally", None)
        return str(tally) if tally is not None and tally.total else None
