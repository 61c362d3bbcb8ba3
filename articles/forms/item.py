"""The form of one policy item, inside its article's page and on a page of its own."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models

from articles.choices import DatePrecision
from articles.forms.field_rows import Copies
from articles.forms.item_lines import ItemLine, lines_of
from articles.forms.positions import PositionedForm, PositionedFormSet
from articles.forms.quick_rendering import QuickRenderer
from articles.forms.shared_choices import OrderedChoiceField, SharedSelectMultiple, SharingForms
from articles.forms.topics import TopicsField
from articles.models import ItemRegion, PolicyItem
from regions.models import Region

_REGIONS = models.Prefetch(
    "item_regions", ItemRegion.objects.select_related("region__parent__parent__parent")
)
# Terms and addresses: the form's fields refuse what the constraints of the database would.
_CHECKED = {
    field.name
    for field in PolicyItem._meta.concrete_fields
    if field.choices or isinstance(field, models.URLField)
}
_CONSTRAINED = ({"amount", "currency"}, {"continues"})
COUNTING = ("section", "restarts_numbering", "skip_before")
FACTS = (
    *("action", "instrument", "branch", "affected"),
    *("announced_on", "announced_precision", "in_force_on", "in_force_precision"),
    *("issuer", "amount", "currency"),
    *("source_url", "source_title", "archived_url", "source_language", "continues"),
)


def first_day(day: date, precision: str) -> date:
    """Return the first day of the span that a date of this precision stands for, which is what is stored."""
    if precision == DatePrecision.YEAR:
        return day.replace(month=1, day=1)
    if precision == DatePrecision.QUARTER:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(day=1) if precision == DatePrecision.MONTH else day


class EditItemForm(PositionedForm[PolicyItem]):
    """An item with its regions in order and its topics."""

    filed_under = OrderedChoiceField(
        Region.objects.with_parents(),
        required=False,
        label="Regions",
        widget=SharedSelectMultiple(PolicyItem._meta.get_field("regions"), admin.site),
        help_text="The first region is the one that the item is filed under.",
    )
    topics = TopicsField()
    default_renderer = QuickRenderer()
    copies: Copies

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            regions = [row.region_id for row in self.instance.item_regions.all()]
            self.initial.setdefault("filed_under", regions)
            self.initial.setdefault("topics", self.instance.article.topic_names[self.instance.pk])

    @property
    def media(self) -> forms.Media:
        """What the widgets need, gathered once: the admin asks each of sixty forms for the same."""
        kind: Any = type(self)
        if "gathered_media" not in vars(kind):
            kind.gathered_media = super().media
        media: forms.Media = kind.gathered_media
        return media

    @property
    def counting(self) -> list[forms.BoundField]:
        """The fields that say how the item is counted."""
        return [self[name] for name in COUNTING]

    @property
    def facts(self) -> list[forms.BoundField]:
        """The fields of the facts that policy databases hold."""
        return [self[name] for name in FACTS]

    def clean(self) -> dict[str, Any]:
        """Store a date of a month, quarter or year as the first day of it."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("announced", "in_force"):
            day, precision = cleaned.get(f"{name}_on"), cleaned.get(f"{name}_precision")
            if day and precision:
                cleaned[f"{name}_on"] = first_day(day, precision)
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out of the model's constraints what cannot break them: each is a query to the database.

        These are what the form's fields check, and values that stay as they are.
        """
        exclude: set[str] = super()._get_validation_exclusions() | _CHECKED  # type: ignore[misc]  # Django's own hook
        for together in _CONSTRAINED:
            if together.isdisjoint(self.changed_data):
                exclude |= together
        return exclude

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # Django's own hook, missing in the stubs
        if "filed_under" in self.changed_data:
            self.instance.set_regions(self.cleaned_data["filed_under"])
        if "topics" in self.changed_data:
            self.instance.tags.set(self.cleaned_data["topics"])


class ItemFormSet(SharingForms, PositionedFormSet):
    """The items of an article."""

    shared = ("filed_under", "continues")

    def get_queryset(self) -> "models.QuerySet[PolicyItem]":
        """Return the items with their article, and with the regions that they and earlier steps have."""
        queryset: models.QuerySet[PolicyItem] = super().get_queryset()
        if queryset._result_cache is None:  # or they would be fetched again
            for item in queryset:
                item.article = self.instance
            earlier = [item.continues for item in queryset if item.continues is not None]
            models.prefetch_related_objects([*queryset, *earlier], _REGIONS)
        return queryset

    def known(self, name: str) -> list[Any]:
        """Return the regions or earlier steps that came with the items."""
        if name != "filed_under":
            return super().known(name)
        items = [form.instance for form in self._forms if form.instance.pk]
        return [region for item in items for region in item.filed_regions]

    def in_order(self) -> list[EditItemForm]:
        """Return the forms in the order of the digest: as it was sent, so that a failed save keeps it."""
        return sorted(self.forms, key=lambda form: form.place)

    def with_lines(self) -> list[tuple[EditItemForm, ItemLine]]:
        """Return the forms in order, each with the line that stands for it."""
        rows = self.in_order()
        copies: Copies = {}
        for form in rows:
            form.copies = copies
        return list(zip(rows, lines_of(rows), strict=True))
