"""What is found in a text: a stretch of it, and the region that it names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of a region in a text; ``text`` is what stands from ``start`` to ``end`` (character offsets).

    ``confidence`` is between 0.25 and 1: how likely it names a region, and this one. ``is_qualifier``: it
    stands behind a comma, or before a Chinese name, only to say where the region next to it is, as "Beijing"
    does in "Xicheng District, Beijing".
    """

    start: int
    end: int
    text: str
    region_id: int
    path: str
    code: str | None
    name: str
    kind: str
    confidence: float
    is_qualifier: bool = False
