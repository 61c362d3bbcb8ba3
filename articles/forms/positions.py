"""Rows that an editor keeps in order: each has a position, and an empty one means the end."""

from typing import Any, TypeVar

from django import forms
from django.db import models

Row = TypeVar("Row", bound=models.Model)

AT_END = 1_000_000
_MAX_TYPED = 9_999


class RowForm(forms.ModelForm[Row]):
    """A row among others; one that nobody touched is not checked anew."""

    def _post_clean(self) -> None:
        """Ask the database only about what changed: every constraint of the model is a query."""
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()  # type: ignore[misc]  # Django's own hook, missing in the stubs


class PositionedForm(RowForm[Row]):
    """A row among others; a new one without a position goes to the end."""

    position = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=_MAX_TYPED,
        help_text="Rows are printed in this order; a row that is given a number takes its place there.",
    )

    is_placed_by_formset = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["position"] = None

    def clean_position(self) -> int:
        """Return the position, the end for none."""
        position: int | None = self.cleaned_data["position"]
        return AT_END if position is None else position

    def has_changed(self) -> bool:
        """Whether anything but the place was entered, which a formset sees to: a new row without is none."""
        changed = set(self.changed_data)
        return bool(changed - {"position"} if self.is_placed_by_formset else changed)

    @property
    def place(self) -> tuple[int, int]:
        """What the page sorts its rows by: where they were sent to, else the order that they came in."""
        if not self.is_bound:
            return 0, 0
        if "position" not in self.errors and "position" in self.cleaned_data:
            return self.rank
        before = self.initial.get("position")
        return (AT_END if before is None else before), 0

    @property
    def rank(self) -> tuple[int, int]:
        """What the rows are sorted by: a row that moved takes the place it was given from the one there."""
        now: int = self.cleaned_data["position"]
        before = self.initial.get("position")
        if before is None:
            return now, -1
        return now, (now > before) - (now < before)


class PositionedFormSet(forms.BaseInlineFormSet[Any, Any, Any]):
    """Numbers its rows from 1 in the order that their positions ask for, those of equal position by id.

    ``reordered`` tells after a save whether rows that were there before changed places among each other.
    """

    reordered = False

    def add_fields(self, form: Any, index: int | None) -> None:
        """Tell the forms who places them."""
        super().add_fields(form, index)
        form.is_placed_by_formset = True

    def save(self, commit: bool = True) -> Any:
        """Save the rows, then their order."""
        saved = super().save(commit)
        if commit:
            self._number_rows()
        return saved

    def _number_rows(self) -> None:
        deleted = self.deleted_forms  # asks every form each time
        kept = [form for form in self.forms if form.instance.pk and form not in deleted]
        ordered = sorted(kept, key=lambda form: form.rank)
        known = [form for form in ordered if form in self.initial_forms]
        self.reordered = known != [form for form in self.initial_forms if form in known]
        moved = []
        for number, form in enumerate(ordered, start=1):
            if form.instance.position != number:
                form.instance.position = number
                moved.append(form.instance)
        self.get_queryset().bulk_update(moved, ["position"])
