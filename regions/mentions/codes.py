"""Codes and short forms of provinces behind the names of their cities: "Austin, TX", "Salem, Mass."."""

import re

from regions.mentions.folding import FoldedText
from regions.mentions.index import NameIndex, Place
from regions.mentions.spot import Spot

_CODE = re.compile(r",? \(?([a-z]{2,5})(?![^\W_])(\.)?")


def code_spot(folded: FoldedText, spot: Spot, index: NameIndex) -> Spot | None:
    """Return the spot of a code behind a name, where it is that of a province around a region so named."""
    match = _CODE.match(folded.text, spot.end)
    if not match:
        return None
    start, end = folded.span(*match.span(1))
    written = folded.original[start:end]
    is_short = match[2] is not None and written.istitle()
    if not (written.replace(".", "").isupper() or is_short):
        return None
    around = {
        ancestor
        for place in spot.places
        for ancestor in index.lineage(place)
        if _has(ancestor, match[1].upper()) or (is_short and ancestor.name.startswith(written))
    }
    return Spot(*match.span(1), match[1], sorted(around), is_acronym=True) if around else None


def _has(place: Place, code: str) -> bool:
    return place.code is not None and place.code.partition("-")[2] == code
