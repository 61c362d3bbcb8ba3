"""The one address of what has several: texts stand in the frame of every language, lists in pages."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.utils import translation

from articles.atom import absolute


def canonical(address: Callable[[], str]) -> str:
    """Return the full address of something here: the same in all languages of the interface."""
    with translation.override(settings.LANGUAGE_CODE):
        return absolute(address())


def page_query(page: "Page[Any]") -> str:
    """Return what follows the address of a list on this page of it; nothing on the first."""
    return "" if page.number == 1 else f"?page={page.number}"
