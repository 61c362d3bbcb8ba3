"""Regions in the admin: found under any of their names, moved with all that is inside them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest

from regions.admin.rich_text import RichTextPage
from regions.models import Region, RegionName
from regions.querysets import RegionQuerySet


class RegionNameFormSet(forms.BaseInlineFormSet[RegionName, Region, forms.ModelForm[RegionName]]):
    """Names in a table, whose fields have their column's heading for a name: Django gives them none."""

    def add_fields(self, form: forms.ModelForm[RegionName], index: int | None) -> None:
        """Name the fields, and the box that deletes a row."""
        super().add_fields(form, index)
        for field in form.fields.values():
            field.widget.attrs["aria-label"] = str(field.label)


class RegionNameInline(admin.TabularInline[RegionName, Region]):
    """The names that searches and mentions find the region under."""

    model = RegionName
    formset = RegionNameFormSet
    fields = ("name", "language", "kind")
    extra = 0
    max_num = 200


@admin.register(Region)
class RegionAdmin(RichTextPage[Region]):
    """Regions; another parent moves one with its page, its feed and everything inside it."""

    list_display = ("name", "kind", "inside", "code", "population", "path")
    list_display_links = ("name",)
    list_filter = ("kind",)
    list_per_page = 100
    show_full_result_count = False
    search_fields = ("names__name",)
    search_help_text = (
        "Any name in English or Chinese, or a code; “springfield, illinois” looks inside a place."
    )
    ordering = ("path",)
    fields = ("name", "kind", "parent", "slug", "path", "code", "population", "overview", "source_id")
    readonly_fields = ("path", "source_id")
    autocomplete_fields = ("parent",)
    inlines = (RegionNameInline,)

    def get_queryset(self, request: HttpRequest) -> RegionQuerySet:
        """Return regions with their parents, which every label shows."""
        return cast("RegionQuerySet", super().get_queryset(request)).with_parents()

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Region]", search_term: str
    ) -> tuple["models.QuerySet[Region]", bool]:
        """Find regions under any of their names, the best first, unless a column sorts the list."""
        if not search_term.strip():
            return queryset, False
        found = cast("RegionQuerySet", queryset).named(search_term)
        return (found if "o" in request.GET else found.best_first(search_term)), False

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "forms.ModelChoiceField[Any] | None":
        """Fetch what the label of the parent shows along with it."""
        if db_field.name == "parent":
            kwargs["queryset"] = Region.objects.with_parents()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_deleted_objects(
        self, objs: "Iterable[Region]", request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Return what the question before a deletion shows: what would go, and what stands against it."""
        regions = list(objs)
        refused = [region for region in regions if not self.has_delete_permission(request, region)]
        perms_needed = {str(self.opts.verbose_name)} if refused else set()
        names = RegionName.objects.filter(region__in=regions).count()
        counts = {"regions": len(regions), "other names": names}
        return [str(region) for region in regions], counts, perms_needed, uses_of(regions)

    def delete_queryset(self, request: HttpRequest, queryset: "models.QuerySet[Region]") -> None:
        """Delete in one go or not at all."""
        with transaction.atomic():
            Region.objects.filter(pk__in=list(queryset.order_by().values_list("pk", flat=True))).delete()

    @admin.display(description="inside")
    def inside(self, region: Region) -> str:
        """The regions around it, the nearest first."""
        return " · ".join(around.name for around in reversed(region.lineage[:-1]))


def uses_of(regions: Iterable[Region]) -> list[str]:
    """Return what needs the regions: "Jilin · China: 2 regions inside it, used 14 times"."""
    listed = list(regions)
    inside = Counter(Region.objects.filter(parent__in=listed).order_by().values_list("parent", flat=True))
    uses = _times_used(listed)
    lines = []
    for region in listed:
        count, times = inside[region.pk], uses[region.pk]
        found = [f"{count:,} region{'s' * (count != 1)} inside it"] if count else []
        found += [f"used {times:,} time{'s' * (times != 1)}"] if times else []
        lines += [f"{region}: {', '.join(found)}"] if found else []
    return lines


def _times_used(regions: list[Region]) -> Counter[int]:
    """Return by primary key how many rows of other apps need each region.

    Several tables may tell of the same use; the one with the most rows counts.
    """
    uses: Counter[int] = Counter()
    for relation in Region._meta.related_objects:
        if relation.on_delete is models.PROTECT and relation.related_model is not Region:
            name = relation.field.name
            rows = relation.related_model._default_manager.filter(**{f"{name}__in": regions})
            uses |= Counter(rows.order_by().values_list(name, flat=True))
    return uses
