"""Items across all articles: one list to search and filter, and a page of its own for each."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import workflow
from articles.admin.autocompletes import SharedAutocompletes
from articles.admin.bulk_items import BulkItemEdits
from articles.admin.conflicts import ConflictGuard
from articles.admin.deletion import CountedDeletion
from articles.admin.item_inline import COUNTING, FACTS, ItemTexts
from articles.admin.item_suggestions import ItemSuggestions
from articles.admin.recording import RecordedDeletions, RecordedSaves
from articles.admin.rich_text import to_be_read
from articles.admin.worklists.quiet import QuietPlaces
from articles.dates import spelled
from articles.forms.item_page import EditItemPageForm
from articles.forms.parts import ItemRelationFormSet
from articles.forms.positions import RowForm
from articles.models import ItemRelation, PolicyItem
from regions.admin.rich_text import RichTextPage


class ItemRelationInline(SharedAutocompletes[ItemRelation], admin.StackedInline[ItemRelation, PolicyItem]):
    """How the item bears on others, other than being the next step of one."""

    model = ItemRelation
    fk_name = "from_item"
    form = RowForm[ItemRelation]
    formset = ItemRelationFormSet
    fields = (("kind", "to_item"),)
    autocomplete_fields = ("to_item",)
    verbose_name = "relation"
    verbose_name_plural = "Relations to other items"
    extra = 0
    max_num = 50


@admin.register(PolicyItem)
class PolicyItemAdmin(
    ItemTexts,
    ItemSuggestions,
    BulkItemEdits,
    QuietPlaces,
    ConflictGuard[PolicyItem],
    RecordedSaves[PolicyItem],
    RecordedDeletions[PolicyItem],
    CountedDeletion[PolicyItem],
    RichTextPage[PolicyItem],
    SharedAutocompletes[PolicyItem],
):
    """Items; new ones are written on the page of their article."""

    form = EditItemPageForm
    path_from_article = "items"
    fieldsets = (
        (
            None,
            {"fields": ("of_article", ("position", "numbered"), "filed_under", "heading", "body", "topics")},
        ),
        ("Section and counting", {"fields": COUNTING, "classes": ("collapse",)}),
        ("Facts", {"fields": FACTS}),
    )
    readonly_fields = ("of_article",)
    inlines = (ItemRelationInline,)
    autocomplete_fields = ("continues",)
    list_display = ("title", "article_title", "position", "places", "action", "instrument", "announced")
    list_filter = ("article__status", "action", "instrument", "branch", "affected")
    search_fields = ("heading", "article__title", "issuer", "regions__name")
    date_hierarchy = "announced_on"
    ordering = ("-pk",)
    list_per_page = 50
    list_select_related = ("article",)
    show_full_result_count = False
    empty_value_display = "–"

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[PolicyItem]":
        """Return items with what lists, autocompletes and their own page show."""
        return (
            super().get_queryset(request).select_related("article").prefetch_related("item_regions__region")
        )

    def get_fieldsets(self, request: HttpRequest, obj: PolicyItem | None = None) -> Any:
        """Show texts to those who may only read them."""
        return self.fieldsets if self.has_change_permission(request, obj) else to_be_read(self.fieldsets)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Items begin on the page of their article."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: PolicyItem | None = None) -> bool:
        """Whether the user may change items, and the workflow leaves the article to them."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or workflow.may_change(request.user, obj.article))

    def has_delete_permission(self, request: HttpRequest, obj: PolicyItem | None = None) -> bool:
        """Whether the user may delete items, and the workflow leaves the article to them."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or workflow.may_change(request.user, obj.article))

    def view_on_site(self, obj: PolicyItem) -> str | None:
        """Link to the permalink where there is one."""
        return obj.get_absolute_url() if obj.article.is_public else None

    @admin.display(description="article")
    def of_article(self, item: PolicyItem) -> SafeString:
        """The article with the way to its page."""
        address = reverse("admin:articles_article_change", args=[item.article_id])
        return format_html('<a href="{}">{}</a>', address, item.article)

    @admin.display(description="item", ordering="heading")
    def title(self, item: PolicyItem) -> str:
        """The heading, else the name of the region."""
        return item.title

    @admin.display(description="article", ordering="article__title")
    def article_title(self, item: PolicyItem) -> str:
        """The title of the article."""
        return item.article.title

    @admin.display(description="regions")
    def places(self, item: PolicyItem) -> str | None:
        """The regions in order."""
        return ", ".join(region.name for region in item.filed_regions) or None

    @admin.display(description="announced", ordering="announced_on")
    def announced(self, item: PolicyItem) -> Any:
        """The day of the announcement, as exactly as it is known."""
        return item.announced_on and spelled(item.announced_on, item.announced_precision)
