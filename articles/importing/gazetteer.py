"""The places of the database's regions, in the form that the parser asks for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from articles.importing.demonyms import demonyms_in
from articles.importing.places import Place
from articles.importing.territories import countries_in, pattern_of
from regions.mentions import NameIndex, find, load_index

_BETWEEN = "\n\n"
_UNION = re.compile("欧盟|歐盟")


class Gazetteer:
    """Finds regions in texts of one document, read together so that they tell each other's context.

    Names of countries are found in any language that the Unicode CLDR knows, others in English and Chinese.
    """

    def __init__(self, index: NameIndex | None = None) -> None:
        self._index = index or load_index()
        top = [place for place in self._index.places.values() if place.code and place.parent_id is None]
        self._countries = {str(place.code): place for place in top}

    def __call__(self, texts: Sequence[str], language: str) -> list[list[Place]]:
        """Return the places in each text, in their order."""
        found = self._mentions(texts)
        for text, places in zip(texts, found, strict=True):
            named = _countries(text, language.split("-")[0])
            places[:] = sorted(
                [*self._kept(places, named), *self._named(named)], key=lambda place: place.start
            )
        return found

    def _mentions(self, texts: Sequence[str]) -> list[list[Place]]:
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

    def _named(self, named: Sequence[tuple[int, int, str]]) -> Iterator[Place]:
        for start, end, code in named:
            if code in self._countries:
                country = self._countries[code]
                yield Place(start, end, country.path, code, country.name, country.kind)

    def _kept(self, places: Sequence[Place], named: Sequence[tuple[int, int, str]]) -> list[Place]:
        """Return the places that no name of a country in the text's own language covers."""
        return [
            place
            for place in places
            if not any(start < place.end and place.start < end for start, end, _ in named)
        ]


def _countries(text: str, language: str) -> list[tuple[int, int, str]]:
    """Return the countries that a text names in its own language, "Italian regulator" among them."""
    if language == "en":
        return demonyms_in(text)
    if language == "zh":
        return [(match.start(), match.end(), "EU") for match in _UNION.finditer(text)]
    pattern, codes = pattern_of(language), countries_in(language)
    return (
        [(match.start(), match.end(), codes[match[0]]) for match in pattern.finditer(text)] if pattern else []
    )
