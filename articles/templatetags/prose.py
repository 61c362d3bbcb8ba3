"""Filters for texts: rich text cleaned once more, and excerpts."""

import re
from itertools import count

from django import template
from django.utils.safestring import SafeString

from articles import excerpts
from articles.circled import circled_lists
from regions.richtext import clean_html

register = template.Library()

# A tag of clean HTML, as a whole: what looks like a tag inside a quoted attribute is none.
_TAG = re.compile(r"""<(?:[^<>"]|"[^"]*+")*+>""")


@register.filter
def rich_text(html: str, kind: str = "") -> SafeString:
    """Return rich text, cleaned again whatever the database holds; ``"long"`` allows headings and tables."""
    long = kind == "long"
    cleaned = clean_html(html, long=long)
    return SafeString(_scrolling(cleaned) if long else cleaned)


@register.filter
def circled(html: SafeString) -> SafeString:
    """Return clean rich text, its points with circled numbers as lists."""
    return SafeString(circled_lists(html))


def _scrolling(html: str) -> str:
    """Put each table into a box that scrolls by keyboard too, so that no table widens the page."""
    numbers = count(1)

    def boxed(tag: re.Match[str]) -> str:
        if tag[0] == "</table>":
            return f"{tag[0]}</div>"
        return f"{_box(next(numbers))}{tag[0]}" if tag[0].startswith("<table") else tag[0]

    return _TAG.sub(boxed, html)


def _box(number: int) -> str:
    return f'<div class="table" role="group" aria-label="Table {number}" tabindex="0">'


@register.filter
def excerpt(html: str, length: int = excerpts.LENGTH) -> str:
    """Return the first words of rich text as plain text."""
    return excerpts.excerpt(excerpts.plain_text(html), length)
