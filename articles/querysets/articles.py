"""Named queries over articles."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce, Greatest, RowNumber
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.querysets.visibility import public
from articles.save_tokens import new_token

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

    from articles.models import Article, Series, Topic


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles by what readers and editors ask for."""

    def published(self) -> Self:
        """What the public may see now."""
        return self.filter(public())

    def archived(self) -> Self:
        """What was public once and is withdrawn: its address answers 410."""
        return self.filter(status=ArticleStatus.ARCHIVED)

    def due(self) -> Self:
        """Scheduled articles whose time has come."""
        return self.filter(status=ArticleStatus.SCHEDULED, published_at__lte=timezone.now())

    def on_the_desk(self, user: "AbstractBaseUser | AnonymousUser", number: int) -> Self:
        """The first ``number`` of each status that is not public yet, with ``waiting``: how many there are.

        Drafts that the user saved last come before those of others; what is scheduled comes in the order in
        which it appears; the rest, the latest saved first.
        """
        own = models.Case(
            models.When(status=ArticleStatus.DRAFT, saved_by=user.pk, then=models.Value(0)),
            default=models.Value(1),
        )
        due = models.Case(models.When(status=ArticleStatus.SCHEDULED, then=models.F("published_at")))
        order = [own, due, models.F("modified_at").desc(), models.F("pk").desc()]
        here = self.exclude(status=ArticleStatus.ARCHIVED).exclude(public())
        ranked = here.annotate(
            rank=models.Window(RowNumber(), partition_by="status", order_by=order),
            waiting=models.Window(models.Count("pk"), partition_by="status"),
        )
        return ranked.filter(rank__lte=number).order_by("status", "rank")

    def locked(self) -> Self:
        """Keep others from saving these articles until the transaction ends; in one order, so that none waits
        for another in a circle."""
        return self.select_for_update(of=("self",)).order_by("pk")

    def mark_saved(self, by: "AbstractBaseUser | AnonymousUser") -> None:
        """Note who saved them at the desk; pages that were opened before are out of date from now on."""
        self.update(save_token=new_token(), saved_by=by, saved_at=timezone.now())

    def newest_first(self) -> Self:
        """The latest publication first."""
        return self.order_by("-published_at", "-pk")

    def about(self, topic: "Topic") -> Self:
        """Articles that carry a topic, or that have an item that does."""
        return self.filter(
            models.Exists(topic.article_topics.filter(content_object=models.OuterRef("pk")))
            | models.Exists(topic.item_topics.filter(content_object__article=models.OuterRef("pk")))
        )

    def in_series(self, series: "Series | models.OuterRef") -> Self:
        """The editions of a series."""
        return self.filter(series=series)

    def latest_of_each_series(self) -> Self:
        """The latest public edition of each series, the newest first."""
        public_editions = apps.get_model("articles", "Article").objects.published().newest_first()
        latest = public_editions.in_series(models.OuterRef("pk")).values("pk")[:1]
        series = apps.get_model("articles", "Series")._default_manager.order_by()
        return self.filter(pk__in=series.values_list(models.Subquery(latest))).newest_first()

    def before(self, article: "Article") -> Self:
        """What was published before an article, the nearest first."""
        earlier = models.Q(published_at__lt=article.published_at)
        same = models.Q(published_at=article.published_at, pk__lt=article.pk)
        return self.filter(earlier | same).order_by("-published_at", "-pk")

    def after(self, article: "Article") -> Self:
        """What was published after an article, the nearest first."""
        later = models.Q(published_at__gt=article.published_at)
        same = models.Q(published_at=article.published_at, pk__gt=article.pk)
        return self.filter(later | same).order_by("published_at", "pk")

    def with_item_counts(self) -> Self:
        """Annotate ``item_count``: the number of policy items, 0 for a plain post."""
        items = apps.get_model("articles", "PolicyItem")._default_manager.filter(
            article=models.OuterRef("pk")
        )
        counted = items.order_by().values("article").annotate(count=models.Count("pk")).values("count")
        return self.annotate(item_count=Coalesce(models.Subquery(counted), 0))

    def with_changes(self) -> Self:
        """Annotate ``changed_at``: when the article or one of its items last changed."""
        items = apps.get_model("articles", "PolicyItem")._default_manager.filter(
            article=models.OuterRef("pk")
        )
        latest = items.order_by().values("article").annotate(latest=models.Max("modified_at"))
        own = models.F("modified_at")
        return self.annotate(
            changed_at=Greatest(own, Coalesce(models.Subquery(latest.values("latest")), own))
        )

    def once_at(self, slug: str) -> Self:
        """The article that readers knew under a slug which it no longer has."""
        return self.filter(redirects__slug=slug)

    def for_lists(self) -> Self:
        """Fetch along what a list of articles shows, without the longest texts."""
        return self.select_related("series").defer("conclusion", "correction_note")

    def for_reading(self) -> Self:
        """Fetch along what stands in other tables once for each article."""
        return self.select_related("series", "tally")

    def for_feeds(self) -> Self:
        """Fetch along the whole text of an article, its items included, and when any of it last changed."""
        items = apps.get_model("articles", "PolicyItem").objects.with_regions()
        return self.with_changes().prefetch_related(
            "notices", "tags", models.Prefetch("items", queryset=items)
        )
