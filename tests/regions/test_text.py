import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.text import clean_text, fold, slug_for


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x0bc\x1fd\x7fe\x9ff", "abcdef"),
        ("a\ud800b\ufffec", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("👩‍⚕️ ① 江苏 é", "👩‍⚕️ ① 江苏 é"),
        ("\u202eright to left\u202c", "\u202eright to left\u202c"),
    ],
)
def test_only_characters_that_break_pages_and_feeds_are_dropped(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


def test_a_text_of_one_line_has_no_line_ends() -> None:
    assert clean_text("a\r\n\tb", multiline=False) == "a b"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text())
def test_clean_text_can_be_stored_and_sent(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode().decode() == cleaned
    assert not [char for char in cleaned if unicodedata.category(char) == "Cc" and char not in "\t\n"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Île-de-France", "ile-de-france"),
        ("浙江", "zhejiang"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("Österreich", "osterreich"),
        ("!!!", "untitled"),
    ],
)
def test_slugs_are_ascii_and_readable(name: str, slug: str) -> None:
    assert slug_for(name) == slug


@given(st.text(max_size=300), st.integers(10, 200))
def test_a_slug_is_never_empty_nor_too_long(text: str, length: int) -> None:
    slug = slug_for(text, max_length=length)
    assert 0 < len(slug) <= max(length, len("untitled"))
    assert slug.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Île-de-France", "ile-de-france"),
        ("  New   York ", "new york"),
        ("JILIN", "jilin"),
        ("Ｊｉｌｉｎ", "jilin"),
        ("İstanbul", "istanbul"),
    ],
)
def test_names_that_readers_take_for_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)
