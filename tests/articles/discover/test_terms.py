"""Texts become bags of terms, in any script and in linear time."""

from time import process_time

import pytest
from hypothesis import given, strategies

from articles.discover.terms import bag_of


def test_words_are_counted_whatever_their_case_and_width() -> None:
    assert bag_of("Blockchain, BLOCKCHAIN and ｂlockchain") == {"blockchain": 3, "and": 1}


def test_numbers_and_single_letters_are_no_terms() -> None:
    assert bag_of("2026: 5G in a 13 province") == {"5g": 1, "in": 1, "province": 1}


def test_chinese_is_read_in_pairs_of_characters() -> None:
    assert bag_of("区块链。链") == {"区块": 1, "块链": 1, "链": 1}


def test_latin_words_inside_chinese_stay_whole() -> None:
    assert bag_of("发展AI产业") == {"发展": 1, "ai": 1, "产业": 1}


def test_korean_words_share_pairs_whatever_particle_follows() -> None:
    assert bag_of("정부는").keys() & bag_of("정부의").keys() == {"정부"}


def test_accented_words_stay_whole() -> None:
    assert bag_of("Île-de-France") == {"île": 1, "de": 1, "france": 1}


@given(strategies.text(max_size=300))
def test_any_text_has_a_bag(text: str) -> None:
    assert all(count > 0 and term for term, count in bag_of(text).items())


@pytest.mark.parametrize("hostile", ["a", "字", "a字", "_", "가", "a ", "\u0301"])
def test_the_time_grows_no_faster_than_the_text(hostile: str) -> None:
    """FAULTS.md R01: four times the text takes about four times as long; were it quadratic, sixteen times."""

    def seconds(repeats: int) -> float:
        text = hostile * repeats
        measured = []
        for _ in range(3):
            start = process_time()
            bag_of(text)
            measured.append(process_time() - start)
        return min(measured)

    assert seconds(80_000) < 10 * max(seconds(20_000), 0.001)
