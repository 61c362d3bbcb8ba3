"""Filters for texts: rich text cleaned once more, excerpts, and names with the language they are in."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import excerpts, passages
from articles.circled import circled_lists
from regions.richtext import clean_html

register = template.Library()

register.filter("passage", passages.passage)
register.filter("region_name", passages.region_name)
register.filter("language_attribute", passages.language_attribute)

# As much of a table's HTML as is read for its name, and the longest name, in characters.
_NAMING = 1000
_NAME_LENGTH = 60
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

    def boxed(tag: re.Match[str]) -> str:
        if tag[0] == "</table>":
            return f"{tag[0]}</div>"
        return f"{_box(html, tag.start())}{tag[0]}" if tag[0].startswith("<table") else tag[0]

    return _TAG.sub(boxed, html)


def _box(html: str, start: int) -> str:
    """Return the start of the box of a table; its first words name it, in the language of the text."""
    table = html[start : start + _NAMING].split("</table>", 1)[0]
    name = excerpts.excerpt(excerpts.plain_text(table), _NAME_LENGTH)
    label = format_html(' role="group" aria-label="{}"', name) if name else ""
    return format_html('<div class="table"{} tabindex="0">', label)


@register.filter
def excerpt(html: str, length: int = excerpts.LENGTH) -> str:
    """Return the first words of rich text as plain text."""
    return excerpts.excerpt(excerpts.plain_text(html), length)
