"""The form of one policy item, inside its article's page and on a page of its own."""

from datetime import date
from typing import Any

from django.contrib import admin

from articles.choices import DatePrecision
from articles.forms.positions import PositionedForm, PositionedFormSet
from articles.forms.shared_choices import OrderedChoiceField, SharedSelectMultiple, SharingForms
from articles.forms.topics import TopicsField
from articles.models import PolicyItem
from regions.models import Region


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            regions, topics = self.instance.item_regions.all(), self.instance.item_topics.all()
            self.initial.setdefault("filed_under", [row.region_id for row in regions])
            self.initial.setdefault("topics", sorted(row.tag.name for row in topics))

    def clean(self) -> dict[str, Any]:
        """Store a date of a month, quarter or year as the first day of it."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("announced", "in_force"):
            day, precision = cleaned.get(f"{name}_on"), cleaned.get(f"{name}_precision")
            if day and precision:
                cleaned[f"{name}_on"] = first_day(day, precision)
        return cleaned

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # Django's own hook, missing in the stubs
        if "filed_under" in self.changed_data:
            self.instance.set_regions(self.cleaned_data["filed_under"])
        if "topics" in self.changed_data:
            self.instance.tags.set(self.cleaned_data["topics"])


class ItemFormSet(SharingForms, PositionedFormSet):
    """The items of an article."""

    shared = ("filed_under", "continues")

    def known(self, name: str) -> list[Any]:
        """Return the regions or earlier steps that came with the items."""
        if name != "filed_under":
            return super().known(name)
        items = [form.instance for form in self._forms if form.instance.pk]
        return [region for item in items for region in item.filed_regions]
