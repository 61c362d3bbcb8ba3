"""What every stored text of this project goes through: cleaning, slugs, and folding for look-ups."""

import re
import unicodedata

from anyascii import anyascii
from django.utils.text import slugify

# C0 and C1 controls but tab, line feed and carriage return; lone surrogates; the two non-characters
# that XML 1.0 forbids. One of them in a title would break every feed (https://www.w3.org/TR/xml/#charsets).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
_SPACES = re.compile(r"[\t\n]+")


def clean_text(value: str, *, multiline: bool = True) -> str:
    """Return ``value`` without characters that no page, feed or database should hold.

    Line ends become ``\\n``; in a text of one line, line ends and tabs become a space.
    """
    if value.isprintable():  # nothing to clean, as nearly always; much faster in bulk
        return value
    value = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", value))
    return value if multiline else _SPACES.sub(" ", value)


def slug_for(value: str, *, max_length: int = 100, fallback: str = "untitled") -> str:
    """Return an ASCII slug of ``value``, transliterated ("浙江" gives "zhejiang"), never empty."""
    slug = slugify(anyascii(unicodedata.normalize("NFC", value)))[:max_length].strip("-_")
    return slug or fallback


def fold(value: str) -> str:
    """Return the form in which names are compared: no case, no accents, single spaces, full width as half.

    Typographic apostrophes become plain ones: "Xi’an" and "Xi'an" are one name.
    """
    decomposed = unicodedata.normalize("NFKD", value.casefold().replace("’", "'"))
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFC", kept).split())
