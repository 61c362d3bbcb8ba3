"""Rows of a long formset's fields: each is drawn once for every value that many forms share, then copied.

Most facts of most items are empty, and drawing an empty box costs a hundred times what copying it does.
"""

from typing import Any

from django import forms
from django.template.loader import get_template
from django.utils.safestring import SafeString

_TEMPLATE = "admin/articles/article/items/_field.html"

Copies = dict[tuple[str, Any], list[str]]


def field_row(field: forms.BoundField, copies: Copies) -> SafeString:
    """Return a field with its label, help and errors; ``copies`` keeps what other forms may use again."""
    prefix = f"{field.form.prefix}-"
    key = field.name, _common_value(field)
    if key[1] is None or field.errors:
        return _draw(field)
    if key not in copies:
        copies[key] = _draw(field).split(prefix)
    return SafeString(prefix.join(copies[key]))


def _common_value(field: forms.BoundField) -> str | None:
    """Return the value if other forms are likely to have it too: none at all, or a term of a vocabulary."""
    value = field.value()
    if value in (None, "", [], False, True, 0):
        return repr(value)
    is_term = isinstance(field.field, forms.TypedChoiceField)
    return str(value) if is_term else None


def _draw(field: forms.BoundField) -> SafeString:
    return SafeString(get_template(_TEMPLATE).render({"field": field}))
