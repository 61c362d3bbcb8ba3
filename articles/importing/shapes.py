"""The form of a line: a heading, a sentence, a name of a place, "Country: text", a table of contents."""

import re
from dataclasses import dataclass

from articles.importing.characters import has_cjk, is_caps, width
from articles.importing.lines import Line
from articles.importing.phrases import READ_MORE
from articles.importing.places import Atlas, Place

MAX_HEADING = 160  # widths: Latin letters, a Chinese character counts two and a half
MAX_NAME = 60
MAX_LEAD = 70
_SENTENCE_END = re.compile(r"""[.!?。！？…;；:：,，、][\s"'”’」』)）\]]*$""")
_ABBREVIATED = re.compile(
    r"(?:\b(?:U\.S|U\.K|U\.N|E\.U|U\.A\.E|D\.C|Inc|Ltd|Co|St|v|vs|No|Art|Abs|Nr)|\b[A-Z])\.$"
)
_SENTENCE_BREAK = re.compile(r"[a-z\d\"”’)][.!?]\s+[\"“]?[A-ZÀ-Þ]|[。！？].")
_LEAD = re.compile(
    r"(?P<name>[^:：\n]{2,90}?)\s?(?P<mark>[:：]|\s[–—―-]{1,2}(?=\s)|——|(?<=[A-Z])\.(?=\s)|。)\s*(?=\S)"
)
_BRACKETED = re.compile(r"[【\[［〔「『](?P<name>[^】\]］〕」』]{1,40})[】\]］〕」』]\s*[:：]?\s*")
_NAME_EXTRAS = re.compile(
    r"\b(?:the|province|provincial|state|city|municipality|region|autonomous|"
    r"special administrative|republic|kingdom|of|and|district|prefecture|county|government|"
    r"sar|la|le|les|l['’]|die|der|das|el|los|las|il|lo|de|du|des)\b"
    r"|[省市区區县縣州盟国國]|自治区|特别行政区|\([^()]{0,40}\)|（[^（）]{0,40}）|[\W_]+",
    re.IGNORECASE,
)  # fmt: skip
_LEADERS = re.compile(
    r"(?:\.{3,}|…{2,}|·{3,}|_{3,}|(?:\. ){3,}|\s{3,}|\t)\s*\d{1,4}\s*$|(?:\.{4,}|…{2,}|·{4,})"
)
_PAGE_NUMBER = re.compile(r"\S\s+(?:p(?:age|\.)?\s?)?\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Lead:
    """A beginning of a text that names what follows: where it ends, and where the text behind it begins."""

    end: int
    behind: int
    begin: int = 0


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a clause does."""
    return _SENTENCE_END.search(text[-12:]) is not None and _ABBREVIATED.search(text[-8:]) is None


def has_sentences(text: str) -> bool:
    """Whether more than one sentence is in a text."""
    return _SENTENCE_BREAK.search(text) is not None


def is_heading_shaped(text: str, *, longest: float = MAX_HEADING) -> bool:
    """Whether a text is short and no sentence; a question, or a colon behind it, may be a heading's."""
    bare = text.rstrip(" :：?？!！")
    if not bare or width(bare) > longest or not any(char.isalpha() for char in bare):
        return False
    if text[0].islower() and not has_cjk(text):
        return False
    return not ends_sentence(bare) and not has_sentences(text) and READ_MORE.match(text) is None


def rest_of_name(text: str, places: list[Place]) -> str:
    """Return what a text says besides the names of places and what belongs to names."""
    kept, behind = [], 0
    for place in places:
        if place.start >= behind:
            kept.append(text[behind : place.start])
            behind = place.end
    return _NAME_EXTRAS.sub("", " ".join([*kept, text[behind:]]))


def is_name(text: str, atlas: Atlas) -> bool:
    """Whether a text is the name of a place, or of several, and says nothing else."""
    if width(text) > MAX_NAME or ends_sentence(text.rstrip(":：")):
        return False
    places = atlas.of(text)
    return bool(places) and len(rest_of_name(text, places)) <= 3


def lead_of(line: Line, begin: int, atlas: Atlas) -> Lead | None:
    """Return the "Country" of a line "Country: text", whose text begins at ``begin`` (behind a marker)."""
    text = line.text[begin:]
    if (
        line.lead > begin
        and width(line.text[begin : line.lead]) <= MAX_HEADING
        and len(line.text) > line.lead
    ):
        end = begin + len(line.text[begin : line.lead].rstrip(" :：.。–—-"))
        behind = len(line.text) - len(line.text[line.lead :].lstrip(" :：.–—-"))
        return Lead(end, behind, begin)
    if (match := _BRACKETED.match(text)) and match.end() < len(text) and atlas.of(match["name"]):
        return Lead(begin + match.end("name"), begin + match.end(), begin + match.start("name"))
    if (match := _LEAD.match(text)) and width(match["name"]) <= MAX_LEAD and not has_sentences(match["name"]):
        name = match["name"]
        places = atlas.of(name)
        if places and len(rest_of_name(name, places)) <= max(6, len(name) // 2):
            return Lead(begin + len(name.rstrip()), begin + match.end(), begin)
    return None


def is_entry_of_contents(text: str) -> bool:
    """Whether a line sends the reader to a page: dots, and a number at the end."""
    return _LEADERS.search(text) is not None


def ends_with_page(text: str) -> bool:
    """Whether a line ends with what may be the number of a page."""
    return _PAGE_NUMBER.search(text) is not None


def in_capitals(text: str) -> bool:
    """Whether a line is a heading in capitals."""
    return is_caps(text) and is_heading_shaped(text) and sum(char.isalpha() for char in text) > 2
