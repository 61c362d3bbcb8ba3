"""Two editors at one article: the second save is stopped, with both texts side by side and nothing lost."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.admin.helpers import AdminErrorList
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from js_asset import ImportMap, Media, Script

from articles.differences import Difference
from articles.forms.conflicts import differences
from articles.forms.merging import merged
from articles.models import Article

Row = TypeVar("Row", bound=models.Model)

_TYPED = Media(
    importmap=ImportMap({f"typed/{name}": f"js/admin/typed/{name}.js" for name in ("fields", "store")}),
    js=[Script("js/admin/typed/main.js", type="module")],
    css={"all": ["css/safety.css"]},
)


@dataclass(frozen=True)
class Conflict:
    """What an editor has to decide on: what differs, and who saved it when."""

    differences: list[Difference]
    by: str
    at: datetime | None
    by_you: bool


class ConflictGuard(admin.ModelAdmin[Row]):
    """Locks the article of a row before a save is checked, and shows what the others saved.

    The form of the page is a ``articles.forms.conflicts.TokenForm``. Its scripts keep copies in the browser.
    """

    path_from_article = "pk"

    def article_of(self, row: Any) -> Article:
        """Return the article that is saved with the row: the row itself, or the one that it belongs to."""
        return row if isinstance(row, Article) else row.article

    def _changeform_view(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        if request.method == "POST" and object_id is not None:
            self._meet_others(request, unquote(object_id))
        page: Any = super()  # Django's stubs don't know this method of its own
        response: HttpResponse = page._changeform_view(request, object_id, form_url, extra_context)
        return response

    def _meet_others(self, request: HttpRequest, key: str) -> None:
        """Lock the article; where the page is out of date, bring its rows in step with the saved ones."""
        try:
            pk = self.opts.pk.to_python(key)
        except ValidationError:
            return
        if Article.objects.locked().filter(**{self.path_from_article: pk}).first() is None:
            return
        row = self.get_object(request, key)
        if row is None or not self.has_change_permission(request, row):
            return
        form: Any = self.form
        if request.POST.get("save_token") != form.last_save_of(row):
            request.POST = merged(request.POST, self._saved(request, row))  # type: ignore[assignment]

    def _saved(self, request: HttpRequest, row: Row) -> list[Any]:
        """Return formsets of the rows as they are saved."""
        return [
            formset(instance=row, prefix=formset.get_default_prefix(), queryset=inline.get_queryset(request))
            for formset, inline in self.get_formsets_with_inlines(request, row)
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show what the others saved beside what was sent."""
        context["media"] += _TYPED
        form = context["adminform"].form
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        if form.is_bound:
            form.take_notices()
            context["errors"] = AdminErrorList(form, formsets)
        if form.conflict:
            context["conflict"] = self._conflict(request, form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    def _conflict(self, request: HttpRequest, form: Any, formsets: list[Any]) -> Conflict:
        article = self.article_of(form.instance)
        by = article.saved_by
        name = (by.get_full_name() or by.get_username()) if by else ""
        return Conflict(differences(form, formsets), name, article.saved_at, by == request.user)
