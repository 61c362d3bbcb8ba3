"""What a field holds, in lines that a person can read and compare."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.timezone import localtime

from articles.excerpts import plain_text
from regions.richtext import RichTextField

# Marks that let a comparison show a changed link, heading or emphasis, not only changed words.
_MARKS = (
    (re.compile(r"<(/?)(?:strong|b)>"), "**"),
    (re.compile(r"<(/?)(?:em|i)>"), "_"),
    (re.compile(r"<li>"), "– "),
    (re.compile(r"<h[1-6]>"), "# "),
)
_LINK = re.compile(r"""<a\b[^<>]*?\bhref="([^"<>]*)"[^<>]*>(.*?)</a>""", re.DOTALL)
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|blockquote|tr|pre|div)>|<br\s*/?>")


def rich_lines(html: str) -> list[str]:
    """Return the lines of a rich text, with the addresses of links and marks for emphasis."""
    marked = _LINK.sub(r"\2 (\1)", html)
    for pattern, mark in _MARKS:
        marked = pattern.sub(mark, marked)
    return [line for block in _BLOCK_END.split(marked) if (line := plain_text(block))]


def worded(field: "models.Field[Any, Any]", value: Any, names: Mapping[str, str] | None = None) -> list[str]:
    """Return the lines of a field's value as the database or a form holds it; none where it is empty.

    ``names`` are those of the rows that a foreign key leads to, by key.
    """
    if value is None or value == "":
        return []
    if isinstance(field, models.BooleanField):
        return ["yes" if value not in (False, "False", "false", "0") else "no"]
    if isinstance(field, RichTextField):
        return rich_lines(str(value))
    return _plain(field, value, names or {}).splitlines()


def _plain(field: "models.Field[Any, Any]", value: Any, names: Mapping[str, str]) -> str:
    if isinstance(field, models.ForeignKey):
        return names.get(str(value), f"no longer there ({value})")
    if isinstance(value, datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M:%S}"
    labels = {str(key): str(label) for key, label in field.flatchoices}
    return labels.get(str(value), str(value))
