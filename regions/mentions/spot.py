"""A stretch of folded text that is the name of regions, before anybody decided which of them is meant."""

from dataclasses import dataclass

from regions.mentions.index import Place


@dataclass(slots=True)
class Spot:
    """The name from ``start`` to ``end`` of the folded text, and the regions that are called so.

    ``evidence`` says how much speaks for its being a name of a region at all, in log odds; ``kinds`` what a
    word beside it says of the kind of region ("Jilin Province"), the likeliest first.
    """

    start: int
    end: int
    key: str
    places: list[Place]
    is_chinese: bool = False
    is_acronym: bool = False
    evidence: float = 0.0
    kinds: tuple[str, ...] = ()
