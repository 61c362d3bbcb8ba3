"""Bytes as text: byte order marks, UTF-8 first, then what the bytes look like."""

import codecs
import re

from charset_normalizer import from_bytes

from articles.importing.source.limits import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset=["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "utf-8",
}
_SAMPLE = 100_000


def decode(data: bytes) -> str:
    """Return the text of ``data``, without its byte order mark.

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_guessed(data)


def _decode_guessed(data: bytes) -> str:
    declared = _DECLARED.search(data[:4_000])
    names = [declared[1].decode("ascii").lower()] if declared else []
    names += ["gb18030", "big5", "shift_jis", "euc-kr"]
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        names.insert(len(names) - 4, best.encoding)
    for name in names:
        try:
            return data.decode(_WIDER.get(name, name))
        except (UnicodeDecodeError, LookupError):
            continue
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") * 10 > len(text):
        raise SourceError("The file is no text. Import plain text, Markdown, HTML or .docx.")
    return text
