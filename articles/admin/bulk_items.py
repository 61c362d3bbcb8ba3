"""Many items changed at once, from the list of all items: a page asks what to set, and says for how many."""

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, AdminForm
from django.db import models, transaction
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.bulk_edits import BulkEdit, edit_items
from articles.forms.bulk_items import EditItemsForm
from articles.history.recording import record, record_first
from articles.models import Article, PolicyItem

MOST = 200  # items changed at once: some seconds of work
APPLY = "apply"
_NAMES = Media(js=["admin/js/jquery.init.js", "js/admin/names.js"])
_FIELDS: Any = [(None, {"fields": ("action", "topics_added", "topics_removed", "regions", "regions_how")})]


class BulkItemEdits(admin.ModelAdmin[PolicyItem]):
    """An action for those who may change items; the right is asked again for each item."""

    actions = ("edit_selected",)

    @admin.action(description="Change selected items…", permissions=["change"])
    def edit_selected(
        self, request: HttpRequest, queryset: "models.QuerySet[PolicyItem]"
    ) -> HttpResponse | None:
        """Ask what to set; set it when that was answered."""
        keys = list(queryset.order_by().values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            self.message_user(request, f"Choose at most {MOST} items: nothing was changed.", messages.ERROR)
            return None
        form = EditItemsForm(request.POST if APPLY in request.POST else None, prefix="set")
        if form.is_bound and form.is_valid():
            self._edit(request, keys, form.edit)
            return None
        return self._ask(request, keys, form)

    def _ask(self, request: HttpRequest, keys: list[int], form: EditItemsForm) -> HttpResponse | None:
        items = list(self._chosen(request, keys))
        own = [item for item in items if self.has_change_permission(request, item)]
        if not own:
            self.message_user(request, "None of these items is yours to change.", messages.WARNING)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": f"Change {len(own)} item{'s' * (len(own) != 1)}",
            "opts": self.opts,
            "items": own,
            "left_out": len(items) - len(own),
            "form": form,
            "adminform": AdminForm(cast("Any", form), _FIELDS, {}, model_admin=self),
            "media": form.media + _NAMES,
            "checkbox": ACTION_CHECKBOX_NAME,
            "apply": APPLY,
        }
        return TemplateResponse(request, "admin/articles/policyitem/edit_selected.html", context)

    @transaction.atomic
    def _edit(self, request: HttpRequest, keys: list[int], edit: BulkEdit) -> None:
        """Change what the user may change, with the articles locked: a status may have moved meanwhile."""
        list(Article.objects.locked().filter(items__in=keys).values_list("pk", flat=True))
        items = list(self._chosen(request, keys))
        own = [item for item in items if self.has_change_permission(request, item)]
        articles = _articles_of(own)
        record_first(articles)
        changed = edit_items(own, edit)
        for item in changed:
            self.log_change(request, item, "Changed together with other items.")
        comment = f"Changed {len(changed)} items together."
        record(_articles_of(changed), by=request.user, comment=comment)
        self._report(request, len(changed), len(own) - len(changed), len(items) - len(own))

    def _chosen(self, request: HttpRequest, keys: list[int]) -> "models.QuerySet[PolicyItem]":
        return self.get_queryset(request).filter(pk__in=keys)

    def _report(self, request: HttpRequest, changed: int, same: int, refused: int) -> None:
        told = [f"Changed {changed} item{'s' * (changed != 1)}."]
        told += [f"{same} had it so already."] if same else []
        told += [f"{refused} not yours to change: left as before."] if refused else []
        self.message_user(request, " ".join(told), messages.WARNING if refused else messages.SUCCESS)


def _articles_of(items: Iterable[PolicyItem]) -> list[Article]:
    return list({item.article_id: item.article for item in items}.values())
