"""Codes of provinces behind the names of their cities: "Austin, TX", "Monza (MB)"."""

import re

from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex, Place
from regions.mentions.spot import Spot

_CODE = re.compile(r",? \(?([a-z]{2,3})(?![^\W_])")


def code_spot(folded: FoldedText, spot: Spot, index: NameIndex) -> Spot | None:
    """Return the spot of a code behind a name, where it is that of a province around a region so named."""
    match = _CODE.match(folded.text, spot.end)
    if not match:
        return None
    start, end = folded.span(*match.span(1))
    if not folded.original[start:end].isupper():
        return None
    code = match[1].upper()
    around = {ancestor for place in spot.places for ancestor in index.lineage(place) if _has(ancestor, code)}
    return Spot(*match.span(1), match[1], sorted(around), is_acronym=True) if around else None


def _has(place: Place, code: str) -> bool:
    return place.code is not None and place.code.rpartition("-")[2] == code
