"""Names and texts of unknown language: what their script tells, so that pages can mark them (WCAG 3.1.2)."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

UNKNOWN = ""  # as HTML and XML have it: a language, but not known which
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_BETWEEN = " · "  # the names of a region and its parents
_LETTER = re.compile(r"[^\W\d_]")


def foreign_language(text: str, latin: str = UNKNOWN) -> str | None:
    """Return the language to mark a text with on a page of the interface; None where it is the page's own.

    Han characters are Chinese, unless letters of a third script are among them: a Japanese text. Latin ones
    alone are ``latin``, in which an English page never marks them.
    """
    letters = _LETTER.findall(text)
    others = [letter for letter in letters if not _LATIN.match(letter)]
    if not letters:
        return None
    if not others:
        return None if _page() == "en" else latin
    if not all(_HAN.match(letter) for letter in others):
        return UNKNOWN
    return None if _page() == "zh" else "zh"


def passage(text: str, latin: str = UNKNOWN) -> SafeString | str:
    """Return a text, in an element with its language if that isn't the page's."""
    language = foreign_language(text, latin)
    return text if language is None else format_html('<span lang="{}">{}</span>', language, text)


def region_name(name: str) -> SafeString:
    """Return the name of a region, alone or with its parents', each marked if it isn't the page's language.

    Where the reader's language has no name for a region, it has its English one.
    """
    parts = (passage(part, "en") for part in name.split(_BETWEEN))
    return format_html_join(_BETWEEN, "{}", ((part,) for part in parts))


def language_attribute(text: str) -> SafeString | str:
    """Return the attribute that marks an element with the language of a text if that isn't the page's."""
    language = foreign_language(text)
    return "" if language is None else format_html(' lang="{}"', language)


def _page() -> str:
    return (get_language() or "en").split("-")[0]
