"""The places of the database's regions, in the form that the parser asks for."""

from bisect import bisect_right
from collections.abc import Sequence

from articles.importing.places import Place
from regions.mentions import NameIndex, find, load_index

_BETWEEN = "\n\n"


class Gazetteer:
    """Finds regions in texts of one document, read together so that they tell each other's context."""

    def __init__(self, index: NameIndex | None = None) -> None:
        self._index = index or load_index()

    def __call__(self, texts: Sequence[str]) -> list[list[Place]]:
        """Return the places in each text, in their order."""
        starts, length = [], 0
        for text in texts:
            starts.append(length)
            length += len(text) + len(_BETWEEN)
        found: list[list[Place]] = [[] for _ in texts]
        for mention in find(_BETWEEN.join(texts), index=self._index):
            which = bisect_right(starts, mention.start) - 1
            start = mention.start - starts[which]
            end = min(mention.end - starts[which], len(texts[which]))
            place = Place(
                start, end, mention.path, mention.code, mention.name, mention.kind, mention.is_qualifier
            )
            found[which].append(place)
        return found
