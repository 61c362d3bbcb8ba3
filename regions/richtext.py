"""Rich text: the one place where HTML is made safe, by the allow-list of the editor's own extensions."""

from typing import Any

import nh3
from django.db import models
from django_prose_editor.config import allowlist_from_extensions, expand_extensions
from django_prose_editor.fields import ProseEditorField

from regions.text import clean_text

LINK_SCHEMES = {"http", "https", "mailto"}

# The buttons, none of them in the editor's own drop-down, which no keyboard opens.
_MENU = ("blockType -lists", "lists", "nodes -blockType -lists", "marks", "link", "circled", "history")

# What an item, an introduction and a conclusion may hold.
PROSE = {
    "Menu": {"groups": [{"group": group, "minItems": 2 if group == _MENU[0] else 1} for group in _MENU]},
    "CircledNumbers": True,
    "CleanPaste": True,
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": sorted(LINK_SCHEMES)},
    "History": True,
}
_TABLE = ("Table", "TableRow", "TableHeader", "TableCell")
# What the body of a plain post may hold besides.
LONG_PROSE = PROSE | {"Heading": {"levels": [2, 3]}, **dict.fromkeys(_TABLE, True)}

MAX_LENGTH = 200_000


def _keep_attribute(element: str, attribute: str, value: str) -> str | None:
    """Drop addresses that nh3 takes for relative and browsers for another host: ``//host``, ``/\\host``."""
    if element == "a" and attribute == "href" and not value.strip().lower().startswith(_HREF_STARTS):
        return None
    return value


_HREF_STARTS = ("http://", "https://", "mailto:", "#")


def _cleaner(extensions: dict[str, Any]) -> nh3.Cleaner:
    allowed = allowlist_from_extensions(expand_extensions(extensions))
    allowed["attributes"]["a"] = {"href", "title"}
    allowed["url_schemes"] = LINK_SCHEMES
    return nh3.Cleaner(**{**allowed, "attribute_filter": _keep_attribute, "link_rel": None})


_CLEANERS = {"prose": _cleaner(PROSE), "long": _cleaner(LONG_PROSE)}
_EMPTY = {"<p></p>", "<p><br></p>"}
_PASSES = 5


def clean_html(html: str, *, long: bool = False) -> str:
    """Return ``html`` with nothing but the elements and attributes of the editor, and harmless links.

    ``long`` allows subheadings and tables. The result is the same when cleaned again.
    """
    clean = _CLEANERS["long" if long else "prose"].clean
    cleaned, before = clean(clean_text(html)).strip(), ""
    for _ in range(_PASSES):  # parsed anew, elements that were nested wrongly may fall apart once more
        if cleaned == before:
            break
        cleaned, before = clean(cleaned).strip(), cleaned
    return "" if cleaned in _EMPTY else cleaned


class RichTextField(ProseEditorField):  # type: ignore[misc]
    """HTML written in the prose editor; cleaned by forms and again whenever it is saved."""

    def __init__(self, *args: Any, long: bool = False, **kwargs: Any) -> None:
        self.long = long
        kwargs.setdefault("extensions", dict(LONG_PROSE if long else PROSE))
        kwargs.setdefault("sanitize", self._sanitize)
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(*args, **kwargs)

    def _sanitize(self, html: Any) -> Any:
        return clean_html(html, long=self.long) if isinstance(html, str) else html

    def get_prep_value(self, value: Any) -> Any:
        """Clean what goes to the database, bulk operations included."""
        return self._sanitize(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the instance what is stored."""
        value = self._sanitize(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
