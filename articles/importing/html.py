"""Plain paragraphs as the rich text of an article; nothing of a source is ever taken for HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from articles.importing.markers import BULLET, markers_of
from articles.importing.pieces import Piece


def rich_text(texts: Sequence[str]) -> str:
    """Return paragraphs as HTML; those that bullets begin become lists."""
    return "".join(_blocks(texts))


def rich_post(pieces: Iterable[Piece]) -> str:
    """Return the pieces of a plain post as HTML, with its subheadings."""
    parts = []
    for level, group in groupby(pieces, key=lambda piece: piece.level):
        texts = [piece.text for piece in group if piece.text]
        if level:
            name = "h2" if level < 3 else "h3"
            parts += [f"<{name}>{escape(text, quote=False)}</{name}>" for text in texts]
        else:
            parts += _blocks(texts)
    return "".join(parts)


def _blocks(texts: Sequence[str]) -> Iterator[str]:
    for bullets, group in groupby(texts, key=_bullet_end):
        said = [escape(text[bullets:], quote=False) for text in group if text]
        if bullets:
            yield "<ul>" + "".join(f"<li><p>{text}</p></li>" for text in said) + "</ul>"
        else:
            yield from (f"<p>{text}</p>" for text in said)


def _bullet_end(text: str) -> int:
    """Return where a text begins behind its bullet, 0 if it has none."""
    return next((marker.end for marker in markers_of(text) if marker.style == BULLET), 0)
