"""Places as the parser asks for them: any finder of mentions will do, so the parser knows no database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LOOKED_AT = 400  # characters of a line in which places are looked for
_BESIDE = 3  # characters between a place and the one that says where it is
BUDGET = 200_000  # characters of a source in which places are looked for


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a region in a text: its offsets, and the region by its path and code.

    A ``qualifier`` only says where the place beside it is: "Beijing" in "Xicheng District, Beijing".
    """

    start: int
    end: int
    path: str
    code: str | None = None
    name: str = ""
    kind: str = ""
    qualifier: bool = False


Finder = Callable[[Sequence[str], str], Sequence[Sequence[Place]]]
"""Finds the places in each of several texts of one document, in a language."""


def related(one: str, other: str) -> bool:
    """Whether two paths are of one region, or one is inside the other."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def knows_places(language: str) -> bool:
    """Whether the gazetteer has the names of more than countries in a language."""
    return language.split("-")[0] in ("en", "zh")


def innermost(places: Sequence[Place]) -> list[Place]:
    """Return the places once each, without those that only say where the one beside them is."""
    kept: dict[str, Place] = {}
    alone = all(place.qualifier for place in places)  # what it qualifies is in another text
    for index, place in enumerate(places):
        beside = [*places[max(index - 1, 0) : index], *places[index + 1 : index + 2]]
        if (alone or not place.qualifier) and not any(_holds(place, other) for other in beside):
            kept.setdefault(place.path, place)
    return list(kept.values())


def _holds(place: Place, other: Place) -> bool:
    """Whether a place only says where the other one, close to it, is: "Beijing" in "Xicheng, Beijing"."""
    gap = max(other.start - place.end, place.start - other.end)
    return gap <= _BESIDE and other.path.startswith(f"{place.path}/")


class Atlas:
    """Answers for each text once which places it mentions; beyond a budget of characters, none."""

    def __init__(self, find: Finder, language: str) -> None:
        self._find = find
        self.language = language
        self._known: dict[str, list[Place]] = {}
        self._left = BUDGET

    def read(self, texts: Sequence[str]) -> None:
        """Look at several texts together."""
        unknown = []
        for text in dict.fromkeys(text[:LOOKED_AT] for text in texts):
            if text not in self._known:
                self._known[text] = []
                if len(text) <= self._left:
                    self._left -= len(text)
                    unknown.append(text)
        for text, places in zip(unknown, self._find(unknown, self.language) if unknown else (), strict=True):
            self._known[text] = sorted(places, key=lambda place: place.start)

    def of(self, text: str) -> list[Place]:
        """Return the places that the beginning of a text mentions, in their order."""
        self.read([text])
        return self._known[text[:LOOKED_AT]]
