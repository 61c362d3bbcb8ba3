"""The result as ``manage.py importdigest --format json`` prints it."""

from collections.abc import Sequence
from typing import Any

from articles.importing.digest import Digest, ParsedItem
from articles.importing.pieces import Problem


def as_json(digest: Digest, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return what was understood as plain values; paragraphs are apart by a blank line.

    ``body`` is the text of a plain post, empty for a digest.
    """
    return {
        "title": digest.title,
        "language": digest.language,
        "is_digest": digest.is_digest,
        "standfirst": digest.standfirst,
        "introduction": paragraphs(digest.introduction),
        "items": [_item(item) for item in digest.items],
        "conclusion": paragraphs(digest.conclusion),
        "notices": [{"kind": notice.kind, "text": notice.text} for notice in digest.notices],
        "helpful": ({"helpful": digest.helpful[0], "total": digest.helpful[1]} if digest.helpful else None),
        "related": [{"title": post.title, "excerpt": post.excerpt} for post in digest.related],
        "missing_numbers": digest.missing_numbers,
        "body": paragraphs([piece.text for piece in digest.body]),
        "discarded": [{"text": piece.text, "line": piece.line} for piece in digest.discarded],
        "warnings": [
            {"code": problem.code, "message": problem.message, "line": problem.line} for problem in problems
        ],
    }


def paragraphs(texts: Sequence[str]) -> str:
    """Return paragraphs as one plain text."""
    return "\n\n".join(text for text in texts if text)


def _item(item: ParsedItem) -> dict[str, Any]:
    first = item.regions[0] if item.regions else None
    return {
        "number": item.number,
        "section": item.section,
        "heading": item.heading,
        "region": first.path if first else None,
        "region_code": first.code if first else None,
        "regions": [place.path for place in item.regions],
        "dates": [
            {"date": found.date.isoformat(), "precision": found.precision, "text": found.text}
            for found in item.dates
        ],
        "body": paragraphs(item.body),
        "line": item.line,
    }
