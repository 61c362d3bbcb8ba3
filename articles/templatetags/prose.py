"""Filters for texts: rich text cleaned once more, and excerpts."""

import re
from itertools import count

from django import template
from django.utils.safestring import SafeString, mark_safe

from articles import excerpts
from articles.richtext import clean_html

register = template.Library()

_TABLE = re.compile(r"<table\b")


@register.filter
def rich_text(html: str, kind: str = "") -> SafeString:
    """Return rich text, cleaned again whatever the database holds; ``"long"`` allows headings and tables."""
    if kind != "long":
        return mark_safe(clean_html(html))  # noqa: S308 - clean_html is what makes it safe
    return mark_safe(_scrolling(clean_html(html, long=True)))  # noqa: S308


def _scrolling(html: str) -> str:
    """Put each table into a box that scrolls by keyboard too, so that no table widens the page."""
    numbers = count(1)
    opened = _TABLE.sub(lambda table: f"{_box(next(numbers))}{table[0]}", html)
    return opened.replace("</table>", "</table></div>")


def _box(number: int) -> str:
    return f'<div class="table" role="group" aria-label="Table {number}" tabindex="0">'


@register.filter
def excerpt(html: str, length: int = excerpts.LENGTH) -> str:
    """Return the first words of rich text as plain text."""
    return excerpts.excerpt(excerpts.plain_text(html), length)
