"""Word documents: what mammoth makes of them, once it is sure that the archive is no bomb."""

import zipfile
from io import BytesIO

import mammoth

from articles.importing.lines import Source
from articles.importing.source.html import read_html
from articles.importing.source.limits import SourceError

MAX_PARTS = 2_000
MAX_UNPACKED = 50_000_000
MAX_RATIO = 200
MAX_PART = 20_000_000  # of XML, in bytes
MAX_DEPTH = 200
_MAIN = "word/document.xml"
_READ = 65_536
_BOMB = "The document unpacks to far more than it holds, or is nested too deeply: it can't be imported."


def read_docx(data: bytes) -> Source:
    """Return the source in a Word document; numbers of automatic lists are counted.

    Raises:
        SourceError: it is damaged, too large, or made to harm.
    """
    check_archive(data)
    try:
        page = mammoth.convert_to_html(
            BytesIO(data), convert_image=mammoth.images.img_element(_no_image)
        ).value
    except Exception as error:  # damaged documents make its readers fail in many ways
        raise SourceError(
            "The Word document is damaged. Save it again as .docx, or paste its text."
        ) from error
    return read_html(f"<html><body><article>{page}</article></body></html>")


def check_archive(data: bytes) -> None:
    """Refuse archives that are none of Word's, and bombs: too many parts, too much, too dense, too deep.

    Raises:
        SourceError: it is one of these.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if _MAIN not in archive.namelist():
                raise SourceError("The file is no Word document (.docx).")
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise SourceError(_BOMB)
            for part in parts:
                _check_part(archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise SourceError(
            "The Word document is damaged. Save it again as .docx, or paste its text."
        ) from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.file_size > MAX_RATIO * max(part.compress_size, 1_000) or part.flag_bits & 1:
        raise SourceError(_BOMB)
    if not part.filename.lower().endswith((".xml", ".rels")):
        return
    content = bytearray()
    with archive.open(part) as file:
        while chunk := file.read(_READ):
            content += chunk
            if len(content) > min(MAX_PART, part.file_size):
                raise SourceError(_BOMB)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00" in content:
        raise SourceError(_BOMB)  # Word writes neither, and entities are how XML bombs are made
    if _depth(bytes(content)) > MAX_DEPTH:
        raise SourceError(_BOMB)


def _depth(content: bytes) -> int:
    """Return how deeply the elements are nested, as far as tags tell."""
    depth = deepest = 0
    for tag in content.split(b"<")[1:]:
        if tag[:1] == b"/":
            depth -= 1
        elif tag[:1] not in (b"?", b"!") and not tag.partition(b">")[0].endswith(b"/"):
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _no_image(image: object) -> dict[str, str]:
    """Leave pictures out."""
    return {"src": ""}
