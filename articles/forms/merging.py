"""Brings the rows of a page that is out of date in step with what others saved, before it is checked.

Rows that they added take their places among those that were sent; rows that they deleted are sent as new
ones, so that nothing typed into them is lost.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

Sent = dict[str, list[str]]


def merged(data: QueryDict, saved: Iterable[Any]) -> QueryDict:
    """Return the data of a page with the rows of ``saved``, formsets of the rows as they are now."""
    result = data.copy()
    for formset in saved:
        if formset.management_form.prefix + "-TOTAL_FORMS" in data:
            _merge(result, formset)
    return result


def _merge(data: QueryDict, formset: Any) -> None:
    theirs = {str(form.instance.pk): form for form in formset.initial_forms}
    sent = _in_order(_take(data, formset.prefix))
    mine = [row for row in sent if not (_gone(row, theirs) and _deleted(row))]
    for row in mine:
        if _gone(row, theirs):
            row["id"] = [""]
    rows = _with_added(mine, theirs)
    if "position" in formset.empty_form.fields:
        for number, row in enumerate(rows, start=1):
            row["position"] = [str(number)]
    known = [row for row in rows if _key(row)]
    _put(data, formset.prefix, [*known, *(row for row in rows if not _key(row))], len(known))


def _take(data: QueryDict, prefix: str) -> list[Sent]:
    """Take the rows of a formset out of the data."""
    pattern = re.compile(rf"{re.escape(prefix)}-(\d{{1,6}})-(\w+)\Z", re.ASCII)
    rows: dict[int, Sent] = {}
    for name in list(data):
        if found := pattern.match(name):
            rows.setdefault(int(found[1]), {})[found[2]] = data.getlist(name)
            del data[name]
    return [rows[index] for index in sorted(rows)]


def _put(data: QueryDict, prefix: str, rows: Sequence[Sent], known: int) -> None:
    for index, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{prefix}-{index}-{name}", values)
    data[f"{prefix}-INITIAL_FORMS"], data[f"{prefix}-TOTAL_FORMS"] = str(known), str(len(rows))


def _key(row: Sent) -> str:
    return row.get("id", [""])[-1]


def _gone(row: Sent, theirs: Mapping[str, Any]) -> bool:
    return bool(_key(row)) and _key(row) not in theirs


def _deleted(row: Sent) -> bool:
    return bool(row.get("DELETE"))


def _in_order(rows: list[Sent]) -> list[Sent]:
    """Return the rows in the order of their positions; those without one stay at the end."""

    def place(row: Sent) -> float:
        position = row.get("position", [""])[-1]
        return int(position) if position.isascii() and position.isdecimal() else float("inf")

    return sorted(rows, key=place)


def _with_added(mine: list[Sent], theirs: Mapping[str, Any]) -> list[Sent]:
    """Return my rows and those that were added meanwhile, each after the one that it was put after."""
    rows = list(mine)
    places = {_key(row) for row in mine if _key(row)}
    before = ""
    for key, form in theirs.items():
        if key not in places:
            index = next((place + 1 for place, row in enumerate(rows) if _key(row) == before), 0)
            rows.insert(index if before else 0, as_sent(form))
        before = key
    return rows


def as_sent(form: Any) -> Sent:
    """Return what a browser would send of a row that nobody touched."""
    sent: Sent = {}
    for bound in form:
        value, widget = bound.value(), bound.field.widget
        if isinstance(widget, forms.CheckboxInput):
            sent |= {bound.name: ["on"]} if value else {}
        elif isinstance(value, (list, tuple)):
            sent[bound.name] = [str(part) for part in value]
        else:
            sent[bound.name] = [_formatted(widget, value)]
    return sent


def _formatted(widget: forms.Widget, value: Any) -> str:
    inner: Any = getattr(widget, "widget", widget)  # the admin wraps the widgets of foreign keys
    text = inner.format_value(value)
    if isinstance(text, (list, tuple)):
        text = next(iter(text), "")
    return "" if text is None else str(text)
