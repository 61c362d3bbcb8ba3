"""The items of a digest, edited one below the other on the article's page."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join

from articles.admin.autocompletes import SharedAutocompletes
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


class ItemTexts:
    """What stands for an item's regions and topics where they can't be edited (a mixin)."""

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
    after = "Opening"

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
