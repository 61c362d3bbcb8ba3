"""The Atom feeds: the latest articles, those about a topic, and the policy items of a region."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape

from articles.atom import WholeAtom, absolute, entry_id
from articles.excerpts import excerpt, plain_text
from articles.models import Article, PolicyItem, Topic
from articles.numbering import numbers, printed
from articles.querysets.articles import ArticleQuerySet
from regions.models import Region

ARTICLES = 30  # in a feed, the newest
ITEMS = 50

Entry = TypeVar("Entry", Article, PolicyItem)
Subject = TypeVar("Subject")


class SiteFeed(Feed[Entry, Subject]):
    """What all feeds share: absolute addresses by the settings, ids that last, whole texts."""

    feed_type = WholeAtom
    language = "en"

    def author_name(self) -> str:
        """Name the site as the author of what has no byline."""
        return str(settings.SITE_NAME)

    def item_link(self, item: Entry) -> str:
        """Return the permalink."""
        return absolute(item.get_absolute_url())


class ArticleFeed(SiteFeed[Article, Subject]):
    """A feed of articles."""

    def item_title(self, item: Article) -> str:
        """Return the title, plain: Atom's titles are text."""
        return item.title

    def item_description(self, item: Article) -> str:
        """Return the standfirst, else the first words."""
        return escape(excerpt(item.standfirst or plain_text(item.introduction or item.body)))

    def item_guid(self, item: Article) -> str:
        """Return an id that outlives a change of the slug."""
        return entry_id("articles", item, item.created_at.year)

    def item_pubdate(self, item: Article) -> datetime | None:
        """Return when readers could first see the article."""
        return item.published_at

    def item_updateddate(self, item: Any) -> datetime:
        """Return when the article or one of its items last changed, the publication at the earliest."""
        moments: list[datetime] = [moment for moment in (item.published_at, item.changed_at) if moment]
        return max(moments)

    def item_author_name(self, item: Article) -> str | None:
        """Return the byline."""
        return ", ".join(item.authors) or None

    def item_categories(self, item: Article) -> list[str]:
        """Return the names of the topics."""
        return [topic.name for topic in item.tags.all()]

    def item_extra_kwargs(self, item: Article) -> dict[str, Any]:
        """Return the language and the whole text."""
        items = list(item.items.all())
        entries = [(printed(number), entry) for number, entry in zip(numbers(items), items, strict=True)]
        content = render_to_string("articles/feed_article.html", {"article": item, "entries": entries})
        return {"language": item.language, "content": content}


class LatestFeed(ArticleFeed[None]):
    """The latest articles of the site."""

    def title(self) -> str:
        """Name the feed after the site."""
        return str(settings.SITE_NAME)

    def link(self) -> str:
        """Return the address of the front page."""
        return absolute(reverse("home"))

    def feed_url(self) -> str:
        """Return the feed's own address."""
        return absolute(reverse("feed-latest"))

    def items(self) -> ArticleQuerySet:
        """Return the newest public articles."""
        return Article.objects.published().newest_first().for_feeds()[:ARTICLES]


class TopicFeed(ArticleFeed[Topic]):
    """The latest articles about a topic."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Topic:
        """Return the topic, if the public can read anything about it."""
        return get_object_or_404(Topic.objects.in_use(), slug=kwargs["slug"])

    def title(self, topic: Topic) -> str:
        """Name the feed after the topic."""
        return f"{topic.name} – {settings.SITE_NAME}"

    def link(self, topic: Topic) -> str:
        """Return the address of the topic's page."""
        return absolute(topic.get_absolute_url())

    def feed_url(self, topic: Topic) -> str:
        """Return the feed's own address."""
        return absolute(reverse("feed-topic", kwargs={"slug": topic.slug}))

    def items(self, topic: Topic) -> ArticleQuerySet:
        """Return the newest public articles about the topic."""
        return Article.objects.published().about(topic).newest_first().for_feeds()[:ARTICLES]


class RegionFeed(SiteFeed[PolicyItem, Region]):
    """The latest policy items of a region and everything inside it."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed, or lead to where the region has moved."""
        try:
            return super().__call__(request, *args, **kwargs)
        except Http404:
            region = Region.objects.once_at(kwargs["path"]).first()
            if region is None:
                raise
            return HttpResponsePermanentRedirect(reverse("feed-region", kwargs={"path": region.path}))

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Region:
        """Return the region at the path."""
        return get_object_or_404(Region.objects.with_parents(), path=kwargs["path"])

    def title(self, region: Region) -> str:
        """Name the feed after the region."""
        return f"{region.full_name} – {settings.SITE_NAME}"

    def link(self, region: Region) -> str:
        """Return the address of the region's page."""
        return absolute(region.get_absolute_url())

    def feed_url(self, region: Region) -> str:
        """Return the feed's own address."""
        return absolute(reverse("feed-region", kwargs={"path": region.path}))

    def items(self, region: Region) -> Iterable[PolicyItem]:
        """Return the newest public items."""
        return PolicyItem.objects.in_region(region).for_reading()[:ITEMS]

    def item_title(self, item: PolicyItem) -> str:
        """Return the heading with the title of the article that it stands in."""
        return f"{item.title} – {item.article.title}"

    def item_description(self, item: PolicyItem) -> str:
        """Return the first words."""
        return escape(excerpt(plain_text(item.body)))

    def item_guid(self, item: PolicyItem) -> str:
        """Return an id that lasts."""
        return entry_id("items", item, item.article.created_at.year)

    def item_pubdate(self, item: PolicyItem) -> datetime | None:
        """Return when readers could first see the item."""
        return item.article.published_at

    def item_updateddate(self, item: PolicyItem) -> datetime:
        """Return when the item last changed, the publication at the earliest."""
        return max(moment for moment in (item.article.published_at, item.modified_at) if moment)

    def item_author_name(self, item: PolicyItem) -> str | None:
        """Return the byline of the article."""
        return ", ".join(item.article.authors) or None

    def item_categories(self, item: PolicyItem) -> list[str]:
        """Return the names of the regions and topics."""
        names = [region.name for region in item.filed_regions] + [topic.name for topic in item.tags.all()]
        return list(dict.fromkeys(names))

    def item_extra_kwargs(self, item: PolicyItem) -> dict[str, Any]:
        """Return the language and the whole text."""
        content = render_to_string("articles/feed_item.html", {"item": item})
        return {"language": item.article.language, "content": content}
