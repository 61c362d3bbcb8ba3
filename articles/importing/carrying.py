"""A source on its way through a form: its bytes, packed into text that a hidden field holds."""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NoBase64

from articles.importing.source.limits import MAX_BYTES, SourceError

_BROKEN = "The text did not arrive whole. Paste it, or choose the file, once more."


def pack(data: bytes) -> str:
    """Return bytes as text."""
    return b64encode(zlib.compress(data)).decode("ascii")


def unpack(packed: str) -> bytes:
    """Return the bytes that were packed.

    Raises:
        SourceError: these are none, or more than a file may have.
    """
    inflate = zlib.decompressobj()
    try:
        data = inflate.decompress(b64decode(packed, validate=True), MAX_BYTES + 1)
    except (NoBase64, ValueError, zlib.error) as error:
        raise SourceError(_BROKEN) from error
    if not inflate.eof:
        raise SourceError(_BROKEN)
    return data
