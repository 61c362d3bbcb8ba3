"""The articles that readers say No to, and what they wrote beside their answers."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from articles.admin.worklists.pages import WorklistPages, page_of
from articles.models import Article, HelpfulVote
from articles.voting.worklist import DAYS, MINIMUM, Order, details, entries, first_day


class VoteWorklists(WorklistPages[HelpfulVote]):
    """Adds the worklist of articles in its two orders, and the page of an article's comments."""

    def get_urls(self) -> list[URLPattern]:
        """Add the two pages."""
        view = self.admin_site.admin_view
        return [
            path("worklist/", view(require_safe(self.worklist_view)), name="articles_helpfulvote_worklist"),
            path(
                "comments/<int:article_id>/",
                view(require_safe(self.comments_view)),
                name="articles_helpfulvote_comments",
            ),
            *super().get_urls(),
        ]

    def worklist_view(self, request: HttpRequest) -> HttpResponse:
        """List the articles, the most pressing first."""
        self._demand_view(request)
        asked = request.GET.get("order", "")
        order = Order(asked) if asked in Order.values else Order.SUREST
        page = page_of(request, entries(order))
        known = details([entry.article_id for entry in page])
        context = {
            "rows": [(entry, known[entry.article_id]) for entry in page],
            "page": page,
            "order": order,
            "orders": Order,
            "days": DAYS,
            "minimum": MINIMUM,
        }
        return self.worklist_page(request, "votes", "Articles readers say No to", context)

    def comments_view(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """List what voters wrote about one article, with its figures above."""
        self._demand_view(request)
        article = get_object_or_404(Article.objects.only("title", "slug", "version"), pk=article_id)
        votes = HelpfulVote.objects.filter(article=article).commented()
        if request.GET.get("since") == "change":
            votes = votes.filter(article_version=F("article__version"))
        context: dict[str, Any] = {
            "article": article,
            "known": details([article.pk])[article.pk],
            "page": page_of(request, votes),
            "since_change": request.GET.get("since") == "change",
            "first_day": first_day(),
        }
        return self.worklist_page(request, "comments", f"Comments on “{article}”", context)

    def _demand_view(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied
