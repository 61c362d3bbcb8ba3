"""Forms that never overwrite what somebody else has saved since they were opened.

The page brings the token of the save that it shows; where it is no longer the last one, the form refuses.
What was typed stays in it, and it offers the new token: whoever saves again has read what the others wrote.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from articles.differences import Difference, side_by_side
from articles.forms.labels import label_of
from articles.wording import worded

Instance = TypeVar("Instance", bound=models.Model)

CONFLICT, RESTORED = "conflict", "restored"
RESTORE = "_restore"
_UNSHOWN = ("save_token", "submission_key", "position", "id", "DELETE")


class TokenForm(forms.ModelForm[Instance]):
    """A form of a row that exists: it brings the token of the save that its page shows."""

    save_token = forms.CharField(required=False, widget=forms.HiddenInput)

    conflict = False
    restored = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["save_token"] = "" if self.instance.pk is None else self.last_save_of(self.instance)

    @staticmethod
    def last_save_of(instance: Any) -> str:
        """Return the token of a row's last save."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Refuse a page that is out of date. Lock the row before, or two saves pass together.

        What comes back from the browser's copy is shown again, and saved by no one but the editor.
        """
        name = self.add_prefix("save_token")
        if self.instance.pk is not None and self.data.get(name) != self.initial["save_token"]:
            self.conflict = True
            self.data = _with(self.data, name, self.initial["save_token"])
            self.add_error(None, ValidationError("Somebody else saved meanwhile.", code=CONFLICT))
        if RESTORE in self.data:
            self.restored = True
            self.add_error(None, ValidationError("This is not saved yet.", code=RESTORED))
        return super().clean() or self.cleaned_data

    def take_notices(self) -> None:
        """Take out of the errors what the page says in its own way."""
        found = self.errors.get(NON_FIELD_ERRORS)
        if found is not None:
            found.data = [error for error in found.as_data() if error.code not in (CONFLICT, RESTORED)]
            if not found.data:
                del self.errors[NON_FIELD_ERRORS]


def _with(data: Any, name: str, value: str) -> Any:
    """Return a copy of what was sent with one value changed."""
    changed = data.copy()
    changed[name] = value
    return changed


def form_differences(form: Any, heading: str = "") -> Iterator[Difference]:
    """Yield the fields in which a sent form (left) differs from what is saved (right)."""
    for name in form.changed_data:
        if name not in _UNSHOWN:
            field = form[name]
            mine, theirs = _lines(field, field.value()), _lines(field, form.initial.get(name))
            if mine != theirs:
                label = str(field.label)
                yield Difference(f"{heading}: {label}" if heading else label, side_by_side(mine, theirs))


def formset_differences(formset: Any) -> Iterator[Difference]:
    """Yield the rows in which a sent formset (left) differs from what is saved (right)."""
    kind = str(formset.model._meta.verbose_name).capitalize()
    for form in formset.forms:
        heading = f"{kind} “{_name(form)}”"
        if form.instance.pk is None and form.has_changed():
            yield Difference(heading, side_by_side(list(_all_lines(form)), []))
        elif formset.can_delete and formset._should_delete_form(form):
            yield Difference(heading, side_by_side(["deleted"], list(_all_lines(form, saved=True))))
        else:
            yield from form_differences(form, heading)
    yield from _order(formset)


def _name(form: Any) -> str:
    """Return what a row is called: by its own words, else by its text."""
    for name in ("heading", "filed_under", "post", "blocked", "to_item", "title", "text", "body"):
        lines = _lines(form[name], form[name].value()) if name in form.fields else []
        if lines:
            return lines[0][:60]
    return str(form.instance) if form.instance.pk else "new"


def _order(formset: Any) -> Iterator[Difference]:
    """Yield the order of the saved rows where it was changed."""
    known = [form for form in formset.forms if form.instance.pk and "position" in form.fields]
    mine = sorted(known, key=lambda form: _number(form["position"].value()))
    theirs = sorted(known, key=lambda form: _number(form.initial.get("position")))
    if mine != theirs:
        label = f"Order of {formset.model._meta.verbose_name_plural}"
        yield Difference(
            label, side_by_side([_name(form) for form in mine], [_name(form) for form in theirs])
        )


def _number(value: Any) -> float:
    return float(value) if str(value).isascii() and str(value).isdecimal() else float("inf")


def _all_lines(form: Any, *, saved: bool = False) -> Iterator[str]:
    for name in form.fields:
        told = saved or name in form.changed_data
        if told and name not in _UNSHOWN and not form[name].is_hidden:
            value = form.initial.get(name) if saved else form[name].value()
            yield from (f"{form[name].label}: {line}" for line in _lines(form[name], value))


def _lines(bound: forms.BoundField, value: Any) -> list[str]:
    """Return what a field of a form holds as lines."""
    widget = bound.field.widget
    if isinstance(widget, forms.MultiWidget) and not isinstance(value, (list, tuple)):
        value = widget.decompress(value)
    if isinstance(value, (list, tuple)):
        labels = [_label(bound, part) for part in value if part not in (None, "")]
        return (
            [" ".join(labels) if isinstance(widget, forms.MultiWidget) else ", ".join(labels)]
            if labels
            else []
        )
    if hasattr(bound.field, "row") and value not in (None, ""):
        return [_label(bound, value)]
    model_fields = {field.name: field for field in bound.form._meta.model._meta.concrete_fields}  # type: ignore[attr-defined]
    if bound.name in model_fields:
        return worded(model_fields[bound.name], value)
    return str("" if value is None else value).splitlines()


def _label(bound: forms.BoundField, value: Any) -> str:
    """Return the name of a chosen row, else the value itself."""
    if not hasattr(bound.field, "row"):
        return str(value)
    try:
        return label_of(bound.field.row(value))
    except ValidationError:
        return str(value)


def differences(form: Any, formsets: Iterable[Any]) -> list[Difference]:
    """Return everything in which what was sent differs from what is saved."""
    found = list(form_differences(form))
    for formset in formsets:
        if formset.is_bound:
            found += formset_differences(formset)
    return found
