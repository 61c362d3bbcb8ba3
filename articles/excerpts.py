"""Plain text out of rich text, and excerpts of it: cut at a word, with an ellipsis."""

import html
import re
import unicodedata

LENGTH = 120  # characters of an excerpt, without the ellipsis
ELLIPSIS = "…"

# Scripts written without spaces between words: kana, bopomofo, Han with its punctuation, full-width forms.
UNSPACED = (
    "\u3001-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffef"
    "\U00020000-\U0003ffff"
)

# An element's tag. A quoted attribute may hold ">". Possessive, so that a hostile text costs no more.
_TAG = re.compile(r"""<(?:[^<>"]|"[^"]*+")*+>""")
_CUT_OFF_TAG = re.compile(r"""<(?:[^<>"]|"[^"]*+")*+(?:"[^"]*+)?\Z""")
_INLINE_TAG = re.compile(r"""</?(?:a|b|em|i|strong)(?=[\s>])(?:[^<>"]|"[^"]*+")*+>""")
_CUT_OFF_ENTITY = re.compile(r"&#?\w{0,8}\Z")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_LOOSE_END = " ,;:.–—-([{«“‘、，；：。（【《「…"


def plain_text(rich_text: str) -> str:
    """Return the words of ``rich_text`` in one line, its blocks apart by a space.

    The HTML may be cut off anywhere: half a tag or half an entity at its end is dropped.
    """
    whole = _CUT_OFF_ENTITY.sub("", _CUT_OFF_TAG.sub("", rich_text))
    text = _TAG.sub(" ", _INLINE_TAG.sub("", whole))
    return " ".join(html.unescape(text).split())


def excerpt(text: str, length: int = LENGTH) -> str:
    """Return ``text`` in one line, cut at a word near ``length`` characters with an ellipsis if it is longer.

    Text in a script without spaces is cut at a character; a word longer than all of the excerpt is cut too.
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    end = next((end for end in range(length, 0, -1) if _may_cut(line, end)), 0)
    cut = line[:end].rstrip(_LOOSE_END) or line[: _whole_character(line, length)].rstrip()
    return cut + ELLIPSIS


def _may_cut(line: str, end: int) -> bool:
    """Whether no word of the line goes on across ``end``."""
    before, after = line[end - 1], line[end]
    if before == " " or after == " ":
        return True
    return not unicodedata.combining(after) and bool(_IS_UNSPACED.match(before) or _IS_UNSPACED.match(after))


def _whole_character(line: str, end: int) -> int:
    """Return the nearest end before ``end`` that parts no letter from its accents."""
    while end > 1 and unicodedata.combining(line[end]):
        end -= 1
    return end
