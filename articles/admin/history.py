"""The history of an article at the desk: versions, what two of them differ in, and the way back to one."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_safe
from reversion.models import Version

from articles.history.document import compared
from articles.history.restoring import restore
from articles.history.rows import rows_of_now, rows_of_version
from articles.models import Article

VERSIONS_ON_A_PAGE = 50
_TEMPLATES = "admin/articles/article"


class ArticleHistory(admin.ModelAdmin[Article]):
    """Shows what was saved when and by whom to those who may see the article; who may change it restores."""

    def get_urls(self) -> list[URLPattern]:
        """Add the comparison of two versions, and the page that asks before it restores one."""
        views: dict[str, tuple[str, Any]] = {
            "compare": ("<int:pk>/history/compare/", require_safe(self.compare_view)),
            "restore": (
                "<int:pk>/history/<int:revision>/",
                require_http_methods(["GET", "HEAD", "POST"])(self.restore_view),
            ),
        }
        urls = [
            path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for name, (route, view) in views.items()
        ]
        return [*urls, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Add the versions to Django's own log of actions."""
        response: HttpResponseBase = super().history_view(request, object_id, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            article = response.context_data["object"]
            page = Paginator(_versions(article), VERSIONS_ON_A_PAGE).get_page(request.GET.get("versions"))
            response.context_data |= {
                "versions": page,
                "may_restore": self.has_change_permission(request, article),
                "title": f"History: {article}",
            }
        return response

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show in what two versions differ, the older one on the left."""
        article = self._found(request, pk, self.has_view_permission)
        keys = sorted(_number(request.GET.get(name)) for name in ("one", "other"))
        old, new = (_version(article, key) for key in keys)
        differences = compared(rows_of_version(old.revision), rows_of_version(new.revision))
        context = {"old": old, "new": new, "differences": differences}
        return self._page(request, article, "compare.html", f"Versions of {article}", context)

    @transaction.atomic
    def restore_view(self, request: HttpRequest, pk: int, revision: int) -> HttpResponse:
        """Show in what a version differs from the article as it is, and restore it when asked to."""
        if request.method == "POST":
            Article.objects.locked().filter(pk=pk).first()
        article = self._found(request, pk, self.has_change_permission)
        version = _version(article, revision)
        seen = request.POST.get("save_token") == article.save_token
        if request.method == "POST" and seen:
            return self._restored(request, article, version)
        differences = compared(rows_of_now(article), rows_of_version(version.revision))
        context = {"version": version, "differences": differences, "late": request.method == "POST"}
        return self._page(request, article, "restore.html", f"Restore a version of {article}", context)

    def _restored(self, request: HttpRequest, article: Article, version: Version) -> HttpResponse:
        revision = version.revision
        restore(article, revision, by=request.user)
        said = f"Restored the version of {revision.date_created:%Y-%m-%d %H:%M:%S} UTC."
        self.log_change(request, article, said)
        self.message_user(request, f"{said} What was there before is in the history.", messages.SUCCESS)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))

    def _found(
        self, request: HttpRequest, pk: int, allowed: Callable[[HttpRequest, Article | None], bool]
    ) -> Article:
        """Return the article if the user is allowed to do something with this very one."""
        if not allowed(request, None):
            raise PermissionDenied
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not allowed(request, article):
            raise PermissionDenied
        return article

    def _page(
        self, request: HttpRequest, article: Article, template: str, title: str, context: dict[str, Any]
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "article": article,
            "title": title,
            **context,
        }
        return TemplateResponse(request, f"{_TEMPLATES}/{template}", whole)


def _versions(article: Article) -> "QuerySet[Version]":
    """Return the versions of an article, the newest first, without what they hold."""
    versions: QuerySet[Version] = Version.objects.get_for_object(article)
    return versions.select_related("revision__user").defer("serialized_data").order_by("-pk")


def _version(article: Article, revision: int) -> Version:
    """Return the version that a revision holds of this very article; raises Http404 where it holds none."""
    version: Version | None = _versions(article).filter(revision=revision).first()
    if version is None:
        raise Http404
    return version


def _number(text: str | None) -> int:
    """Return the number of a revision from a query; raises Http404 for anything else."""
    if text is None or not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise Http404
    return int(text)
