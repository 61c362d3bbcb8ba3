"""A form for a new article that is sent twice makes one article. FAULTS D02."""

from typing import Any

from django.contrib import admin, messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.models import Article
from articles.save_tokens import TOKEN_LENGTH


class OneSubmission(admin.ModelAdmin[Article]):
    """Leads a form that was sent before to the article that it made."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Answer the page of an article; of two forms that are sent at once, the database lets one pass."""
        key = request.POST.get("submission_key", "") if object_id is None else ""
        if made := _made_by(key):
            return self._lead_to(request, made)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            if made := _made_by(key):
                return self._lead_to(request, made)
            raise

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Note which form made the article."""
        if not change:
            obj.submission_key = form.cleaned_data.get("submission_key") or None
        super().save_model(request, obj, form, change)

    def _lead_to(self, request: HttpRequest, article: Article) -> HttpResponse:
        said = f"“{article}” was saved already: the same form came twice. What is below is what was saved."
        self.message_user(request, said, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _made_by(key: str) -> Article | None:
    if not key or len(key) > TOKEN_LENGTH or "\0" in key:
        return None
    return Article.objects.filter(submission_key=key).only("pk", "title").first()
