"""Folded text and its way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.mentions.folding import fold_text, key_of
from regions.text import fold


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Île-de-France", "ile de france"),
        ("I\u0302le\u2011de\u2011France", "ile de france"),
        ("U.S.", "us"),
        ("Washington, D.C.", "washington, dc"),
        ("St. Louis", "st louis"),
        ("Xi\u2019an", "xi'an"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("New\u00a0 York", "new york"),
        ("New\nYork", "new york"),
        ("ＪＩＡＮＧＳＵ", "jiangsu"),
        ("廣東", "广东"),
        ("Rot\u00adterdam", "rotterdam"),
    ],
)
def test_a_name_has_one_key_however_it_is_written(written: str, key: str) -> None:
    assert fold_text(written).text == key


@pytest.mark.parametrize("name", ["Île-de-France", "St. Louis", "Xi’an", "Łódź", "廣東", "Washington, D.C."])
def test_names_have_the_keys_that_texts_have(name: str) -> None:
    assert key_of(fold(name)) == fold_text(name).text


def test_a_blank_line_parts_what_a_line_end_joins() -> None:
    assert fold_text("New\n\nYork").text == "new\nyork"


@pytest.mark.parametrize(
    ("text", "folded", "stretch"),
    [
        ("in the U.S. now", "us", "U.S."),
        ("in the US.", "us", "US"),
        ("to I\u0302le\u0301 now", "ile", "I\u0302le\u0301"),
        ("an  ﬁne  x", "fine", "ﬁne"),
    ],
)
def test_a_stretch_is_found_again_in_the_original(text: str, folded: str, stretch: str) -> None:
    result = fold_text(text)
    start, end = result.span(result.text.index(folded), result.text.index(folded) + len(folded))
    assert text[start:end] == stretch


@given(st.text())
def test_every_character_knows_where_it_comes_from(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.starts) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    for number in range(len(folded.text)):
        start, end = folded.span(number, number + 1)
        assert 0 <= start < end <= len(text)
