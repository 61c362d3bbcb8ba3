"""Whether a text is a digest: items, each about what a government did, that make up most of it."""

import re
from collections.abc import Sequence

from articles.importing.characters import width
from articles.importing.entries import Entry, heading_text
from articles.importing.levels import HEADING, HEADLINE, LEAD, NUMBERED
from articles.importing.lines import Line
from articles.importing.markers import BULLET
from articles.importing.places import knows_places
from articles.importing.shapes import ends_with_page, is_entry_of_contents

_GOVERNING = re.compile(
    r"\b(?:govern|ministr|minister|law|bill|act\b|regulat|commission|parliament|polic(?:y|"
    r"ies)\b|tax|plan\b|plans\b|programme|program\b|authorit|council|department|president|"
    r"bank\b|court|agency|decree|senate|congress|strateg|pilot|licen[cs]|fund|subsid|tariff|"
    r"treaty|committee|bureau|sandbox|legislat|consult|rules?\b|guideline|measure|standard|"
    r"ban(?:s|ned)?\b|approv|adopt|enact|announc|launch|publish|sign(?:s|ed)?\b|ruling|mandat|"
    r"municipal)"
    "|政府|部门|委员会|工信|办公厅|办法|政策|规划|方案|意见|通知|条例|法案|法律|法规|发布|"
    "印发|出台|央行|银行|试点|监管|法院|议会|省委|市委|税|计划|签署|启动|公布|国会|總統|總理|"
    "總督|局|厅|財政|规定|省庁|庁|規制|法律|閣議|政令"
    r"|\b(?:gouvern|ministère|loi\b|lois\b|décret|règlement|parlement|sénat|assemblée|"
    r"regierung|minister|gesetz|verordnung|bundes|behörde|kabinett|landtag|gobierno|"
    r"ministerio|ley\b|decreto|congreso|senado|governo|ministero|legge|lei\b|câmara|overheid|"
    r"kabinet|wet\b|kamer|rząd|ustaw|sejm|regering|lag\b|riksdag|folketing)|правительств|"
    r"министерств|закон|указ|дум",
    re.IGNORECASE,
)  # fmt: skip
_QUESTION = re.compile(r"[?？]\W*$")
_ENOUGH = 0.5
_MIN_ITEMS = {LEAD: 3, BULLET: 3, HEADLINE: 3}
_MIN_PART = 0.35  # of the text that the items make up
_THIN = 45  # width under which an item says nothing


def is_digest(entries: Sequence[Entry], lines: Sequence[Line], kind: str, end: int, language: str) -> bool:
    """Whether the entries of a text, in a language, are the items of a digest."""
    if len(entries) < _MIN_ITEMS.get(kind, 2) or is_contents(entries, lines):
        return False
    about = [_about_government(entry, lines) for entry in entries]
    placed = [bool(entry.regions) for entry in entries]
    asked = [_QUESTION.search(heading_text(entry, lines)) is not None for entry in entries]
    return (
        sum(about) >= _ENOUGH * len(about)
        and (
            sum(placed) >= _ENOUGH * len(placed)
            or (kind in (NUMBERED, HEADING) and not knows_places(language))
        )
        and sum(asked) < _ENOUGH * len(asked)
        and _part(entries, lines, end) >= _MIN_PART
        and (kind == NUMBERED or _different(entries))
    )


def is_contents(entries: Sequence[Entry], lines: Sequence[Line]) -> bool:
    """Whether the entries are a table of contents: pages behind them, or nothing said under any of them."""
    firsts = [lines[entry.place].text for entry in entries]
    if sum(is_entry_of_contents(text) for text in firsts) >= _ENOUGH * len(firsts):
        return True
    bare = [_size(entry, lines) <= _THIN and entry.end <= entry.first_text for entry in entries]
    paged = [
        ends_with_page(text) and _size(entry, lines) < 90 for entry, text in zip(entries, firsts, strict=True)
    ]
    return sum(bare) > 0.8 * len(bare) or sum(paged) > 0.7 * len(paged)


def _size(entry: Entry, lines: Sequence[Line]) -> float:
    return sum(width(lines[place].text) for place in range(entry.place, max(entry.end, entry.place + 1)))


def _about_government(entry: Entry, lines: Sequence[Line]) -> bool:
    return any(
        _GOVERNING.search(lines[place].text[:600])
        for place in range(entry.place, min(max(entry.end, entry.place + 1), entry.place + 5))
    )


def _different(entries: Sequence[Entry]) -> bool:
    """Whether the items go round more than one region: else they are chapters of one story."""
    paths = {path for entry in entries for path in entry.regions[:1]}
    return len(paths) > 1 or len(entries) >= 4


def _part(entries: Sequence[Entry], lines: Sequence[Line], end: int) -> float:
    """Return which part of the text the items are; the last one counts as much as others at most twice."""
    sizes = [_size(entry, lines) for entry in entries]
    typical = sum(sizes[:-1]) / max(len(sizes) - 1, 1)
    counted = sum(sizes[:-1]) + min(sizes[-1], 2 * typical)
    whole = sum(width(line.text) for line in lines[:end])
    return counted / max(whole, 1)
