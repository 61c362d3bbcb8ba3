"""The preview of an article at the editor's desk, and the links by which it is shared."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST, require_safe

from articles.choices import ArticleStatus
from articles.forms.preview import SharePreviewForm
from articles.models import Article, PreviewLink
from articles.views.previews import preview

_TEMPLATE = "admin/articles/article/preview.html"
_SAID = {"created": "The new link is the first in the list.", "revoked": "The link no longer works."}


class ArticlePreview(admin.ModelAdmin[Article]):
    """Shows the saved article as its public page will be, to those who may see it at the desk.

    Those who may change it share it with others by links.
    """

    def get_urls(self) -> list[URLPattern]:
        """Add the preview and the two steps of sharing it."""
        views: dict[str, tuple[str, Any]] = {
            "preview": ("<int:pk>/preview/", require_safe(self.preview_view)),
            "share": ("<int:pk>/preview/links/", require_POST(self.share_view)),
            "revoke": ("<int:pk>/preview/links/<int:link>/revoke/", require_POST(self.revoke_view)),
        }
        urls = [
            path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")
            for name, (route, view) in views.items()
        ]
        return [*urls, *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the article under a bar that leads back to the desk."""
        article = self._find(request, pk, self.has_view_permission)
        return self._preview(request, article, SharePreviewForm(article=article))

    @transaction.atomic
    def share_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a link."""
        article = self._find_shareable(request, pk)
        form = SharePreviewForm(request.POST, article=article)
        if not form.is_valid():
            return self._preview(request, article, form)
        link = PreviewLink.share(article, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        self.log_change(request, article, f"Shared the preview until {link.expires_at:%Y-%m-%d}: {link}.")
        return _back(article, "created")

    @transaction.atomic
    def revoke_view(self, request: HttpRequest, pk: int, link: int) -> HttpResponse:
        """End a link of the article."""
        article = self._find_shareable(request, pk)
        found = get_object_or_404(article.preview_links, pk=link)
        found.revoke()
        self.log_change(request, article, f"Revoked a link to the preview: {found}.")
        return _back(article, "revoked")

    def _find(
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

    def _find_shareable(self, request: HttpRequest, pk: int) -> Article:
        article = self._find(request, pk, self.has_change_permission)
        if not _can_be_shared(article):
            raise PermissionDenied
        return article

    def _preview(self, request: HttpRequest, article: Article, form: SharePreviewForm) -> HttpResponse:
        may_change = self.has_change_permission(request, article)
        context: dict[str, Any] = {"may_change": may_change, "address": _address(article)}
        if may_change and _can_be_shared(article):
            context |= {
                "share_form": form,
                "links": list(article.preview_links.open().newest_first()),
                "said": _SAID.get(request.GET.get("share", ""), ""),
            }
        return preview(request, article, _TEMPLATE, context)


def _can_be_shared(article: Article) -> bool:
    """Whether a link would lead to a preview: not where readers have the page, nor where it was withdrawn."""
    return not article.is_public and article.status != ArticleStatus.ARCHIVED


def _address(article: Article) -> str:
    return reverse("admin:articles_article_preview", args=[article.pk])


def _back(article: Article, done: str) -> HttpResponse:
    return redirect(f"{_address(article)}?share={done}")
