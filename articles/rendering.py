"""The HTML of a digest's items, each rendered once for all that a page knows of it.

What an item looks like follows from its own fields, its places, its timeline, its number, the day and the
language of the interface; two items alike in all of these look alike. So nothing here ever goes stale, and
nothing has to be purged.
"""

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.entries import Entry
from articles.models import Article

KEPT = 4_000  # items, of some 3 kB each


class _Shown:
    """An entry of an article, equal to another one where both look the same."""

    __slots__ = ("article", "content", "entry")

    def __init__(self, entry: Entry, article: Article) -> None:
        self.entry, self.article = entry, article
        fields = [(name, value) for name, value in vars(entry.item).items() if not name.startswith("_")]
        around = (article.language, tuple(entry.places), entry.timeline, entry.ties)
        here = (entry.number, entry.level, timezone.localdate(), get_language())
        self.content: tuple[Any, ...] = (*fields, *around, *here)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shown) and self.content == other.content

    def __hash__(self) -> int:
        return hash(self.content)


def item_html(entry: Entry, article: Article) -> SafeString:
    """Return an item as its article's page shows it."""
    return _rendered(_Shown(entry, article))


@lru_cache(maxsize=KEPT)
def _rendered(shown: _Shown) -> SafeString:
    entry = shown.entry
    context = {"entry": entry, "item": entry.item, "timeline": entry.timeline, "article": shown.article}
    return SafeString(render_to_string("articles/_entry.html", context))
