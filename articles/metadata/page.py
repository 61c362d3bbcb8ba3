"""What every page tells machines, in one object that ``_metadata.html`` writes into its head."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from articles.metadata.terms import Node

# Inside <script> these would be markup, or ends of lines to old parsers; in JSON strings they are the same.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class ArticleTimes:
    """When an article appeared and last changed."""

    published: datetime
    modified: datetime


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Title and description of a page, what is about it in the terms of schema.org, and, of an article, more.

    ``language`` is that of the text where it is not the interface's.
    """

    title: str
    description: str
    nodes: Sequence[Node]
    language: str = ""
    times: ArticleTimes | None = None
    section: str = ""
    topics: Sequence[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Open Graph's type."""
        return "article" if self.times else "website"

    @property
    def locale(self) -> str:
        """The language as Open Graph writes it: with its territory; empty where that is not told."""
        told, _, territory = self.language.rpartition("-")
        return f"{told.partition('-')[0]}_{territory.upper()}" if told and len(territory) == 2 else ""

    @property
    def json_ld(self) -> SafeString:
        """The nodes as JSON that no text inside can end."""
        return to_json_ld(self.nodes)


def to_json_ld(nodes: Sequence[Node]) -> SafeString:
    """Return a document of JSON-LD for the inside of ``<script type="application/ld+json">``."""
    document = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return SafeString(text.translate(_ESCAPES))
