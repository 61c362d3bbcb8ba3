"""The items of a digest, edited one below the other on the article's page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join
from js_asset import ImportMap, Media, Script

from articles import workflow
from articles.admin.autocompletes import SharedAutocompletes
from articles.admin.rich_text import ShownTexts, to_be_read
from articles.forms.item import EditItemForm, ItemFormSet
from articles.models import Article, PolicyItem

PRINTED = (
    ("position", "numbered"),
    "filed_under",
    "heading",
    "body",
    "topics",
)
COUNTING = ("section", ("restarts_numbering", "skip_before"))
FACTS = (
    ("action", "instrument"),
    ("branch", "affected"),
    ("announced_on", "announced_precision"),
    ("in_force_on", "in_force_precision"),
    "issuer",
    ("amount", "currency"),
    "source_url",
    ("source_title", "source_language"),
    "archived_url",
    "continues",
)


_SCRIPTS = (
    *("announce", "autocompletes", "collapse", "counts", "dates", "drag", "insert", "issuers", "keys"),
    *("lines", "list", "main", "numbers", "order", "removal", "return", "text", "wake"),
)
ITEM_MEDIA = Media(
    importmap=ImportMap({f"items/{name}": f"js/admin/items/{name}.js" for name in _SCRIPTS}),
    js=[Script("js/admin/items/main.js", type="module")],
    css={"all": ["css/items.css", "css/item-fields.css", "css/bar.css"]},
)


class ItemTexts(ShownTexts):
    """What stands for an item's regions, topics and body where they can't be edited (a mixin)."""

    @admin.display(description="Regions")
    def filed_under(self, item: PolicyItem) -> str:
        """The regions in order."""
        return format_html_join(", ", "{}", ((region.full_name,) for region in item.filed_regions)) or "-"

    @admin.display(description="Topics")
    def topics(self, item: PolicyItem) -> str:
        """The topics by name."""
        return format_html_join(", ", "{}", ((name,) for name in item.article.topic_names[item.pk])) or "-"


class DayInput(forms.DateInput):
    """The browser's own box for a day: it works in items that scripts insert, and costs nothing."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ItemInline(ItemTexts, SharedAutocompletes[PolicyItem], admin.StackedInline[PolicyItem, Article]):
    """The items of an article; a constant number of queries however many there are."""

    model = PolicyItem
    form = EditItemForm
    formset = ItemFormSet
    template = "admin/articles/article/items.html"
    fieldsets = (
        (None, {"fields": PRINTED}),
        ("Section and counting", {"fields": COUNTING, "classes": ("collapse",)}),
        ("Facts", {"fields": FACTS, "classes": ("collapse",)}),
    )
    autocomplete_fields = ("continues",)
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        models.URLField: {"widget": forms.URLInput(attrs={"class": "vURLField"})},
    }
    verbose_name = "item"
    verbose_name_plural = "Items"
    extra = 0
    max_num = 300
    show_change_link = True
    view_on_site = False
    after = "Opening"

    @property
    def media(self) -> Media:
        """Add what makes the list of items move."""
        return super().media + ITEM_MEDIA

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show texts to those who may only read them."""
        return self.fieldsets if self._may_write(request, obj) else to_be_read(self.fieldsets)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Name the fields that are no part of the form."""
        return () if self._may_write(request, obj) else ("shown_body",)

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest | None, **kwargs: Any
    ) -> Any:
        """Draw the autocomplete bare: an earlier step is changed on a page of its own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[arg-type]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def _may_write(self, request: HttpRequest, obj: Article | None) -> bool:
        may_change = obj is None or obj.pk is None or workflow.may_change(request.user, obj)
        return may_change and self.has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[PolicyItem]":
        """Return the items with the earlier steps that they continue; the formset fetches the rest."""
        return super().get_queryset(request).select_related("continues__article")
