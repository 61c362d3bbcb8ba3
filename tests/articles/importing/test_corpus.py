"""The importer on the corpus of its own: as many items, numbers and regions come out right as must."""

from pathlib import Path

import pytest

from articles.importing.parser import parse
from articles.importing.source.reading import read_file
from tests.articles.importing.scoring import TODAY, Score, is_held_out, score, score_all, texts
from tests.articles.importing.whole_gazetteer import gazetteer

BOUNDARIES, NUMBERS, REGIONS = 0.97, 0.98, 0.95


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return score_all(gazetteer())


def test_the_corpus_is_large_and_both_halves_are_of_a_size() -> None:
    verdicts = [score(path, gazetteer())[0]["is_digest"] for path in texts()]
    assert verdicts.count(True) >= 40
    assert verdicts.count(False) >= 10
    held_out = sum(is_held_out(path) for path in texts())
    assert 0.35 < held_out / len(texts()) < 0.65


def test_items_begin_where_they_should(scores: dict[str, Score]) -> None:
    assert scores["all"].f1 >= BOUNDARIES, scores["all"].faults


def test_numbers_are_right(scores: dict[str, Score]) -> None:
    assert scores["all"].share(scores["all"].numbers) >= NUMBERS, scores["all"].faults


def test_regions_are_right(scores: dict[str, Score]) -> None:
    assert scores["all"].share(scores["all"].regions) >= REGIONS, scores["all"].faults


def test_digests_are_told_from_other_texts(scores: dict[str, Score]) -> None:
    assert scores["all"].share(scores["all"].verdicts, scores["all"].texts) >= 0.96, scores["all"].faults


def test_notices_tallies_and_related_posts_are_found(scores: dict[str, Score]) -> None:
    assert scores["all"].share(scores["all"].right_parts, scores["all"].parts) >= 0.97, scores["all"].faults


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.name)
def test_every_character_of_a_text_is_in_one_piece(path: Path) -> None:
    source = read_file(path)
    pieces = parse(source, gazetteer(), today=TODAY).pieces
    assert "".join(source.text[piece.start : piece.end] for piece in pieces) == source.text
