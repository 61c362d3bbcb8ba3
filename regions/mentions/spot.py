"""A stretch of folded text that is the name of regions, before anybody decided which of them is meant."""

from dataclasses import dataclass

from regions.mentions.index import Place


@dataclass(slots=True)
class Spot:
    """The name from ``start`` to ``end`` of the folded text, and the regions that are called so."""

    start: int
    end: int
    places: list[Place]
    is_chinese: bool = False
