"""The items of a digest, edited one below the other on the article's page."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join

from articles import workflow
from articles.admin.autocompletes import SharedAutocompletes
from articles.admin.rich_text import ShownTexts, to_be_read
from articles.forms.item import EditItemForm, ItemFormSet
from articles.models import Article, ItemRegion, ItemTopic, PolicyItem

PRINTED = (
    ("position", "numbered"),
    "filed_under",
    "heading",
    "body",
    "topics",
)
COUNTING = ("section", ("restarts_numbering", "skip_before"))
FACTS = (
    ("instrument", "action"),
    ("issuer", "branch"),
    ("announced_on", "announced_precision"),
    ("in_force_on", "in_force_precision"),
    ("amount", "currency"),
    "source_url",
    ("source_title", "source_language"),
    "archived_url",
    "affected",
    "continues",
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
        return format_html_join(", ", "{}", sorted((row.tag.name,) for row in item.item_topics.all())) or "-"


class ItemInline(ItemTexts, SharedAutocompletes[PolicyItem], admin.StackedInline[PolicyItem, Article]):
    """The items of an article; a constant number of queries however many there are."""

    model = PolicyItem
    form = EditItemForm
    formset = ItemFormSet
    fieldsets = (
        (None, {"fields": PRINTED}),
        ("Section and counting", {"fields": COUNTING, "classes": ("collapse",)}),
        ("Facts", {"fields": FACTS, "classes": ("collapse",)}),
    )
    autocomplete_fields = ("continues",)
    verbose_name = "item"
    verbose_name_plural = "Items"
    extra = 0
    max_num = 300
    show_change_link = True
    view_on_site = False
    after = "Opening"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show texts to those who may only read them."""
        return self.fieldsets if self._may_write(request, obj) else to_be_read(self.fieldsets)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Name the fields that are no part of the form."""
        return () if self._may_write(request, obj) else ("shown_body",)

    def _may_write(self, request: HttpRequest, obj: Article | None) -> bool:
        may_change = obj is None or obj.pk is None or workflow.may_change(request.user, obj)
        return may_change and self.has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[PolicyItem]":
        """Return the items with everything that the page shows of them."""
        regions = ItemRegion.objects.select_related("region__parent__parent__parent")
        topics = ItemTopic.objects.select_related("tag")
        return (
            super()
            .get_queryset(request)
            .select_related("continues__article")
            .prefetch_related(
                models.Prefetch("item_regions", regions),
                models.Prefetch("item_topics", topics),
                models.Prefetch("continues__item_regions", regions),
            )
        )
