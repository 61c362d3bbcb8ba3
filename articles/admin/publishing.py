"""What can be done to several articles of the list at once: publish and archive."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest

from articles import workflow
from articles.history.recording import record, record_first
from articles.models import Article


class PublishingActions(admin.ModelAdmin[Article]):
    """Actions for those who may publish; the right is asked again for each article."""

    actions = ("publish_selected", "archive_selected")

    def has_publish_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whether the user may take articles to readers and back; named by the actions' ``permissions``."""
        return workflow.may_publish(request.user) and self.has_change_permission(request, obj)

    @admin.action(description="Publish selected articles now", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: "models.QuerySet[Article]") -> None:
        """Publish what is not public yet."""
        self._each(request, queryset, "Published", lambda article: not article.is_public, Article.publish)

    @admin.action(description="Archive selected articles", permissions=["publish"])
    def archive_selected(self, request: HttpRequest, queryset: "models.QuerySet[Article]") -> None:
        """Withdraw what is public."""
        self._each(request, queryset, "Archived", lambda article: article.is_public, Article.archive)

    @transaction.atomic
    def _each(
        self,
        request: HttpRequest,
        queryset: "models.QuerySet[Article]",
        done: str,
        applies: Callable[[Article], bool],
        step: Callable[[Article], Any],
    ) -> None:
        """Take the step with each article that it applies to, log it, and say how many there were."""
        chosen = queryset.order_by().values_list("pk", flat=True)
        articles = list(Article.objects.locked().filter(pk__in=list(chosen)))
        taken = [a for a in articles if applies(a) and self.has_publish_permission(request, a)]
        record_first(taken)
        for article in taken:
            step(article)
            self.log_change(request, article, f"{done}.")
        record(taken, by=request.user, comment=f"{done}.")
        self._report(request, done, len(taken), len(articles) - len(taken))

    def _report(self, request: HttpRequest, done: str, count: int, rest: int) -> None:
        say = self.message_user
        if count:
            say(request, f"{done} {count} article{'s' if count > 1 else ''}.", messages.SUCCESS)
        if rest:
            say(request, f"{rest} left as {'they were' if rest > 1 else 'it was'}.", messages.WARNING)
