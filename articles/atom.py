"""Atom 1.0 (RFC 4287) with what Django's generator leaves out: whole texts, and each entry's own language."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model
from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator


class WholeAtom(Atom1Feed):
    """A feed whose entries hold their whole text: ``content`` (HTML) and ``language`` of each."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Say in which language the entry is."""
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """Add the whole text to the entry."""
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def absolute(path: str) -> str:
    """Return the full address of a path here, by the settings and never by a request's Host header."""
    return f"{settings.SITE_URL}{path}"


def entry_id(kind: str, row: Model, year: int) -> str:
    """Return the id of an entry that outlives changes of its address: a tag URI (RFC 4151).

    ``year`` is one in which the site had its name and the row existed.
    """
    return f"tag:{urlsplit(absolute('/')).hostname},{year}:{kind}/{row.pk}"
