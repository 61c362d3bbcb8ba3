"""From a text to its mentions."""

from collections.abc import Iterable, Iterator

from regions.mentions.chinese import chinese_spots
from regions.mentions.choosing import Choice, choose
from regions.mentions.codes import code_spot
from regions.mentions.english import weigh
from regions.mentions.folding import FoldedText, fold_text
from regions.mentions.index import NameIndex
from regions.mentions.latin import Words, latin_spots
from regions.mentions.loading import load_index
from regions.mentions.mention import Mention
from regions.mentions.spot import Spot


def find(text: str, *, context: Iterable[str] = (), index: NameIndex | None = None) -> list[Mention]:
    """Return the mentions of regions in a text, from left to right, none overlapping another.

    ``context`` has paths of regions that the surrounding document is about. ``index`` spares the query that
    asks whether regions changed.
    """
    index = index or load_index()
    folded = fold_text(text)
    spots = sorted(_spots(folded, index), key=lambda spot: spot.start)
    return [_mention(folded, choice) for choice in choose(folded, spots, index, context)]


def _spots(folded: FoldedText, index: NameIndex) -> Iterator[Spot]:
    """Yield every name of regions, with what the words around it say."""
    words = Words(folded)
    code: Spot | None = None
    for spot, first, last in latin_spots(words, index):
        if code and spot.start < code.end:
            continue
        weigh(spot, words, first, last, index)
        yield spot
        code = code_spot(folded, spot, index)
        if code:
            yield code
    yield from chinese_spots(folded, index)


def _mention(folded: FoldedText, choice: Choice) -> Mention:
    start, end = folded.span(choice.spot.start, choice.spot.end)
    place = choice.place
    return Mention(
        start=start,
        end=end,
        text=folded.original[start:end],
        region_id=place.id,
        path=place.path,
        code=place.code,
        name=place.name,
        kind=place.kind,
        confidence=round(choice.confidence, 2),
        is_qualifier=choice.is_qualifier,
    )
