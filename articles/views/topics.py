"""Topics: what articles and items are about."""

from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.entries import listed
from articles.metadata.lists import entry_links, index_metadata, topic_metadata
from articles.metadata.page import PageMetadata
from articles.models import Article, PolicyItem, Topic
from articles.querysets.articles import ArticleQuerySet
from articles.views.articles import ArticleListView
from articles.views.paging import PagedView

TOPICS_ON_A_PAGE = 100
LATEST_ITEMS = 10


class TopicsView(PagedView[Topic]):
    """The index of topics, with what the public can read about each."""

    template_name = "articles/topics.html"
    paginate_by = TOPICS_ON_A_PAGE

    def get_queryset(self) -> QuerySet[Topic]:
        """The topics that something public carries."""
        return Topic.objects.in_use().with_public_counts().order_by("name")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page tells machines."""
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        links = [(topic.name, topic.get_absolute_url()) for topic in page]
        description = _("What articles and policy items are about, with their numbers.")
        metadata = index_metadata(_("Topics"), description, reverse("topics"), page, links)
        return {**context, "metadata": metadata}


class TopicView(ArticleListView):
    """The page of a topic: its articles, and the latest policy items about it."""

    template_name = "articles/topic.html"

    def find(self, **kwargs: str) -> Topic:
        """Return the topic, if something public carries it."""
        return get_object_or_404(Topic.objects.in_use(), slug=kwargs["slug"])

    def get_queryset(self) -> ArticleQuerySet:
        """The public articles about the topic."""
        return super().get_queryset().about(self.subject)

    def metadata(self, page: "Page[Article]") -> PageMetadata:
        """Return what the page tells machines."""
        return topic_metadata(self.subject, page)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the latest items."""
        about = PolicyItem.objects.published().about(self.subject)
        items = about.newest_first().with_articles()[:LATEST_ITEMS]
        return {
            **super().get_context_data(**kwargs),
            "item_count": about.count(),
            "entries": listed(list(items)),
        }


class TopicItemsView(PagedView[PolicyItem]):
    """All policy items about a topic."""

    template_name = "articles/topic_items.html"

    def find(self, **kwargs: str) -> Topic:
        """Return the topic, if something public carries it."""
        return get_object_or_404(Topic.objects.in_use(), slug=kwargs["slug"])

    def get_queryset(self) -> QuerySet[PolicyItem]:
        """The public items about the topic, the newest first."""
        return PolicyItem.objects.published().about(self.subject).newest_first().with_articles()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add places and timelines to the items, and what the page tells machines."""
        context = super().get_context_data(**kwargs)
        page, path = context["page_obj"], reverse("topic-items", kwargs={"slug": self.subject.slug})
        entries = listed(list(page))
        title = _("Policy items about {topic}").format(topic=self.subject.name)
        metadata = index_metadata(title, title, path, page, entry_links(entries))
        return {**context, "subject": self.subject, "entries": entries, "metadata": metadata}
