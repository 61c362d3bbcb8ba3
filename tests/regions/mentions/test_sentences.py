"""How well regions are found in sentences with marked mentions: the half tuned on, the half only scored."""

import pytest

from regions.mentions import find
from tests.regions.mentions.gazetteer_index import shipped_index
from tests.regions.mentions.labelled import Found, Labelled, halves, score

TUNED, SCORED = halves()


def mentions(text: str) -> list[Found]:
    return [(mention.start, mention.end, mention.path) for mention in find(text, index=shipped_index())]


def test_the_labels_are_many_and_name_regions_that_there_are() -> None:
    paths = {path for labelled in TUNED + SCORED for _, _, path in labelled.mentions}
    assert sum(len(labelled.mentions) for labelled in TUNED + SCORED) >= 200
    assert sum(not labelled.mentions for labelled in TUNED + SCORED) >= 30
    assert [path for path in paths if shipped_index().place_at(path) is None] == []


@pytest.mark.parametrize(("half", "floor"), [(TUNED, 0.97), (SCORED, 0.94)], ids=["tuned", "scored"])
def test_regions_are_found_where_a_reader_finds_them(half: list[Labelled], floor: float) -> None:
    result = score(half, mentions)
    assert min(result.precision, result.recall, result.f1) >= floor, str(result)


@pytest.mark.parametrize("half", [TUNED, SCORED], ids=["tuned", "scored"])
def test_every_mention_says_truly_where_it_stands(half: list[Labelled]) -> None:
    for labelled in half:
        end = 0
        for mention in find(labelled.text, index=shipped_index()):
            assert labelled.text[mention.start : mention.end] == mention.text
            assert end <= mention.start
            assert 0 < mention.confidence <= 1
            end = mention.end
