"""Chooses the reader of a file by its name and its first bytes."""

import re
from pathlib import Path

from articles.importing.lines import Source
from articles.importing.source.decoding import decode
from articles.importing.source.docx import read_docx
from articles.importing.source.html import read_html
from articles.importing.source.limits import SourceError, check_bytes
from articles.importing.source.text import read_text

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*(?:<!doctype html|<html|<head|<body)", re.I | re.S
)
_OTHER = {b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old Word document (.doc)", b"{\\rtf": "an RTF document"}


def read_file(path: Path) -> Source:
    """Return the source in a file.

    Raises:
        SourceError: it is too large, or nothing that can be imported.
        OSError: it can't be read.
    """
    check_bytes(path.stat().st_size)
    return read_bytes(path.read_bytes(), path.name)


def read_bytes(data: bytes, name: str = "") -> Source:
    """Return the source in the bytes of a file of that name.

    Raises:
        SourceError: it is too large, or nothing that can be imported.
    """
    check_bytes(len(data))
    for start, what in _OTHER.items():
        if data.startswith(start):
            raise SourceError(f"The file is {what}. Import plain text, Markdown, HTML or .docx.")
    if data.startswith(b"PK\x03\x04"):
        return read_docx(data)
    text = decode(data)
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _PAGE.match(text[:5_000]):
        return read_html(text)
    return read_text(text)
