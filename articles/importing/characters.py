"""What damage scraping does to single characters, and how a line looks without it."""

import re
import unicodedata
from functools import lru_cache

# Controls but tab and line ends, soft hyphens, zero-width characters, direction marks, byte order marks,
# lone surrogates, non-characters: none of them is seen by a reader.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_CJK = re.compile("[\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
CJK_WIDTH = 2.5  # a Chinese character says about as much as two and a half Latin letters


def readable(raw: str) -> str:
    """Return what a reader sees of a line: nothing invisible, every space a plain one, none at the ends."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", raw)).strip()


def folded(text: str) -> str:
    """Return ``text`` with the full-width forms of ASCII as plain ones; as long as before."""
    return text.translate(_WIDE)


def has_cjk(text: str) -> bool:
    """Whether a Chinese, Japanese or Korean character is in the text."""
    return _CJK.search(text) is not None


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Return how long a text is for its readers, in Latin letters."""
    if text.isascii():
        return len(text)
    return len(text) + (CJK_WIDTH - 1) * len(_CJK.findall(text))


def is_caps(text: str) -> bool:
    """Whether a text is in capitals."""
    return len(text) > 1 and text.isupper()


def words(text: str) -> str:
    """Return a text for comparisons: no case, no accents, nothing but letters and digits between spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join(kept.split())
