"""Autocomplete fields whose rows are fetched for all forms of a page together.

Django's own autocomplete asks the database once for every field that it draws and once more for every field
that it checks: a digest of sixty items would cost hundreds of queries.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteMixin, AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import models

from articles.forms.labels import label_of

Rows = Mapping[str, Any]
_LONGEST_KEY = 18  # digits that every database's integers hold


def rows_of(queryset: "models.QuerySet[Any]", values: Iterable[Any]) -> dict[str, Any]:
    """Return the rows with the given keys, by key as a form writes it; what is no key is passed over."""
    keys = {str(value) for value in values}
    keys = {key for key in keys if key.isascii() and key.isdecimal() and len(key) <= _LONGEST_KEY}
    return {str(row.pk): row for row in queryset.filter(pk__in=keys)} if keys else {}


def share_rows(page: Sequence[forms.BaseModelForm[Any]], name: str, known: Iterable[Any] = ()) -> None:
    """Give the field ``name`` of all forms the rows that it shows or was sent.

    ``known`` are rows fetched before, with what their labels need; the rest is fetched by one query.
    """
    sharing = [form for form in page if name in form.fields]
    rows = {str(row.pk): row for row in known}
    wanted = {str(value) for form in sharing for value in _as_list(form[name].value())} - set(rows)
    for form in sharing[:1]:
        rows |= rows_of(form.fields[name].queryset, wanted)  # type: ignore[attr-defined]  # a field of this module
    for form in sharing:
        form.fields[name].share(rows)  # type: ignore[attr-defined]


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


class _SharedOptions(AutocompleteMixin):
    """Draws the chosen options in their order, from rows that were fetched before."""

    rows: Rows | None = None
    choices: Any
    is_required: bool
    allow_multiple_selected: bool

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        """Return the chosen options only: the others come from the server while the editor types."""
        rows = rows_of(self.choices.queryset, value) if self.rows is None else self.rows
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self._option(name, "", "", 0))
        for key in value:
            if key in rows:
                options.append(self._option(name, key, label_of(rows[key]), len(options)))
        return [(None, options, 0)]

    def _option(self, name: str, key: str, label: str, index: int) -> Any:
        return self.create_option(name, key, label, bool(key), index)  # type: ignore[attr-defined]


class SharedSelect(_SharedOptions, AutocompleteSelect):
    """An autocomplete of one row."""


class KeptSelectMultiple(AutocompleteSelectMultiple):
    """An autocomplete of several values, each with a cross of its own, none that clears them all."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Leave out the cross for all: it is no list item, and too easily hit."""
        return {**super().build_attrs(*args, **kwargs), "data-allow-clear": "false"}


class SharedSelectMultiple(_SharedOptions, KeptSelectMultiple):
    """An autocomplete of several rows, drawn in the order in which they are chosen."""


class _SharedField:
    rows: Rows | None = None
    widget: Any
    error_messages: dict[str, Any]

    def share(self, rows: Rows) -> None:
        """Use rows that were fetched for all forms of the page; Django wraps the widgets of foreign keys."""
        self.rows = rows
        getattr(self.widget, "widget", self.widget).rows = rows

    def row(self, key: Any) -> Any:
        """Return a row by its key; raises a ValidationError for one that can't be chosen."""
        queryset = self.queryset  # type: ignore[attr-defined]
        rows = rows_of(queryset, [key]) if self.rows is None else self.rows
        if str(key) not in rows:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, code="invalid_choice", params={"value": key})
        return rows[str(key)]


class SharedChoiceField(_SharedField, forms.ModelChoiceField[Any]):
    """The choice of one row."""

    def to_python(self, value: Any) -> Any:
        """Return the chosen row, or None."""
        return None if value in self.empty_values else self.row(getattr(value, "pk", value))


class OrderedChoiceField(_SharedField, forms.ModelMultipleChoiceField[Any]):
    """The choice of several rows, whose order counts. Cleans to a list."""

    max_count = 50

    def clean(self, value: Any) -> Any:
        """Return the chosen rows in their order, each once."""
        keys = _as_list(value) if value else []
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(keys) > self.max_count:
            raise ValidationError(f"Choose at most {self.max_count}.", code="max_count")
        if self.rows is None:
            queryset: Any = self.queryset
            self.share(rows_of(queryset, keys))
        return list(dict.fromkeys(self.row(key) for key in keys))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other rows were chosen, or the same in another order."""
        return [str(key) for key in initial or []] != [str(key) for key in data or []]


class SharingForms(forms.BaseInlineFormSet[Any, Any, Any]):
    """A formset whose autocompletes, named by ``shared``, fetch their rows for all forms together."""

    shared: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Django makes a thousand forms beyond max_num of whatever number is posted: minutes of work.
        self.absolute_max = max(self.max_num, len(self.get_queryset()))

    @property
    def forms(self) -> list[Any]:
        """The forms, the known rows before the new."""
        if not hasattr(self, "_forms"):
            self._forms: list[Any] = super().forms
            for name in self.shared:
                share_rows(self._forms, name, self.known(name))
        return self._forms

    def known(self, name: str) -> list[Any]:
        """Return the rows of a foreign key that came with the instances."""
        instances = [form.instance for form in self._forms]
        key = instances[0]._meta.get_field(name) if instances else None
        cached = [getattr(row, name) for row in instances if key is not None and key.is_cached(row)]
        return [row for row in cached if row is not None]

    def add_fields(self, form: Any, index: int | None) -> None:
        """Check the ids of known rows against those that were fetched for the page."""
        super().add_fields(form, index)
        name = self.get_queryset().model._meta.pk.name
        asked = form.fields[name]
        if isinstance(asked, forms.ModelChoiceField):
            key = SharedChoiceField(
                self.get_queryset(), initial=asked.initial, required=False, widget=forms.HiddenInput
            )
            key.share({str(row.pk): row for row in self.get_queryset()})
            form.fields[name] = key
