"""Chooses the reader of a file by its name and its first bytes."""

from pathlib import Path

from articles.importing.lines import Source
from articles.importing.source.decoding import decode
from articles.importing.source.limits import check_bytes
from articles.importing.source.text import read_text


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
    return read_text(decode(data))
