"""Named queries over policy items."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce, TruncDate, TruncMonth

from articles.choices import ArticleStatus
from articles.querysets.visibility import public, public_place
from regions.local_names import local_name

if TYPE_CHECKING:
    from articles.models import Article, PolicyItem, Topic
    from regions.models import Region

_STEP_COLUMNS = (
    *("pk", "first_step", "continues", "heading", "action"),
    *("announced_on", "announced_precision", "in_force_on", "in_force_precision"),
    *("article__title", "article__language", "article__published_at"),
)
_NOT_OF_REGIONS = tuple(f"region__{'parent__' * depth}source_values" for depth in range(4))


class PolicyItemQuerySet(models.QuerySet["PolicyItem"]):
    """Policy items by what readers and editors ask for."""

    def published(self) -> Self:
        """Items of articles that the public may see now."""
        return self.filter(public("article__"))

    def published_or_of(self, article: "Article") -> Self:
        """The same, and the items of one article whether or not it is public yet."""
        return self.filter(public("article__") | models.Q(article=article))

    def of(self, article: "Article") -> Self:
        """The items of one article, in their order."""
        return self.filter(article=article).order_by("position", "pk")

    def in_region(self, region: "Region") -> Self:
        """Public items filed under a region or anything inside it, the newest first.

        Reads the closure's index from one end, so the first page costs the same at any size.
        """
        return self.filter(public_place("places__"), places__region=region).order_by(
            "-places__news_date", "-pk"
        )

    def about(self, topic: "Topic") -> Self:
        """Items that carry a topic."""
        return self.filter(models.Exists(topic.item_topics.filter(content_object=models.OuterRef("pk"))))

    def about_any(self, topics: "Sequence[Topic]") -> Self:
        """Items that carry one of the topics."""
        carried = apps.get_model("articles", "ItemTopic").objects.filter(content_object=models.OuterRef("pk"))
        return self.filter(models.Exists(carried.filter(tag__in=topics)))

    def newest_first(self) -> Self:
        """By the day that the policy step was announced, else the day of publication."""
        return self.order_by(
            Coalesce("announced_on", TruncDate("article__published_at")).desc(),
            "-pk",
        )

    def near_first(self, region_ids: Sequence[int]) -> Self:
        """Those filed under one of the regions or inside it before all others, each the newest first."""
        places = apps.get_model("articles", "ItemPlace").objects
        near = places.filter(item=models.OuterRef("pk"), region__in=region_ids)
        return self.order_by(models.Exists(near).desc(), "-pk")

    def issuers_in(self, region_ids: Sequence[int], most: int = 30) -> "models.QuerySet[PolicyItem, str]":
        """Names of those who acted in the regions, the most frequent first; ``most`` at most."""
        named = self.exclude(issuer="").filter(item_regions__region__in=region_ids)
        counted = named.order_by().values("issuer").annotate(uses=models.Count("pk", distinct=True))
        return counted.order_by("-uses", "issuer").values_list("issuer", flat=True)[:most]

    def with_regions(self) -> Self:
        """Fetch the regions and their parents along, the one that the item is filed under first."""
        item_regions = apps.get_model("articles", "ItemRegion").objects
        rows = item_regions.select_related("region__parent__parent__parent").defer(*_NOT_OF_REGIONS)
        return self.prefetch_related(models.Prefetch("item_regions", queryset=rows))

    def with_articles(self) -> Self:
        """Fetch the articles along, without their long texts."""
        return self.select_related("article").defer(
            "article__introduction", "article__body", "article__conclusion"
        )

    def in_timeline(self, first_step_ids: "list[int]") -> Self:
        """All steps of the policies that begin with the given items."""
        return self.filter(models.Q(pk__in=first_step_ids) | models.Q(first_step__in=first_step_ids))

    def as_steps(self) -> "models.QuerySet[PolicyItem, Any]":
        """Rows of what a timeline shows, in the order of the fields of ``steps.Step``."""
        return self.order_by().values_list(*_STEP_COLUMNS)

    def filed_under(self, article_ids: list[int]) -> "models.QuerySet[PolicyItem, tuple[Any, ...]]":
        """Article id, item id, path and name of each region of each item of the articles; None for none.

        The regions that items are filed under first come before their others.
        """
        region = "item_regions__region__"
        rows = self.filter(article__in=article_ids).order_by("article", "item_regions__position", "position")
        return rows.values_list("article", "pk", f"{region}path", local_name(region))

    def for_reading(self) -> Self:
        """Fetch along what tells a whole item: its article, its regions and its topics."""
        return self.with_articles().with_regions().prefetch_related("tags")

    def published_by_month(self, since: datetime) -> "models.QuerySet[PolicyItem, Any]":
        """Rows of month (in the site's time zone) and number of public items, published from then on."""
        month = TruncMonth("article__published_at", output_field=models.DateField())
        items = self.published().filter(article__published_at__gte=since).annotate(month=month)
        return items.order_by("month").values_list("month").annotate(items=models.Count("pk"))

    def once_public(self) -> Self:
        """Items whose permalinks readers may know: of public articles and of archived ones."""
        return self.filter(public("article__") | models.Q(article__status=ArticleStatus.ARCHIVED))

    def withdrawn(self) -> Self:
        """Items of archived articles: their addresses answer 410."""
        return self.filter(article__status=ArticleStatus.ARCHIVED)

    def counted_by(self) -> "models.QuerySet[PolicyItem, tuple[int, bool, bool, int]]":
        """Rows of (id, numbered, restarts, skip): what ``numbering.number_of`` counts."""
        columns = ("pk", "numbered", "restarts_numbering", "skip_before")
        return self.values_list(*columns)
