"""Excerpts are cut at a word near 120 characters, whatever the script, in linear time."""

from time import process_time

import pytest
from hypothesis import given, strategies

from articles.excerpts import ELLIPSIS, LENGTH, excerpt, plain_text

WORDS = strategies.text(strategies.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1)


class TestExcerpt:
    def test_a_short_text_stays_whole(self) -> None:
        assert excerpt("Jiangsu plans a chain.") == "Jiangsu plans a chain."

    def test_a_text_of_exactly_the_length_stays_whole(self) -> None:
        text = "x" * LENGTH
        assert excerpt(text) == text

    def test_a_long_text_ends_with_a_whole_word_and_an_ellipsis(self) -> None:
        text = "The province names blockchain among the industries that it will support. " * 3
        cut = excerpt(text)
        assert cut.endswith("names blockchain among the" + ELLIPSIS)
        assert 100 < len(cut) <= LENGTH + 1

    def test_a_word_that_ends_where_the_excerpt_does_stays(self) -> None:
        assert excerpt("one two three", 7) == "one two" + ELLIPSIS

    def test_no_comma_is_left_before_the_ellipsis(self) -> None:
        assert excerpt("one two, three four", 10) == "one two" + ELLIPSIS

    def test_lines_and_runs_of_spaces_become_single_spaces(self) -> None:
        assert excerpt("  one\n\ntwo\t three ") == "one two three"

    def test_chinese_is_cut_at_a_character(self) -> None:
        cut = excerpt("江苏省发布区块链产业发展行动计划" * 20)
        assert len(cut.removesuffix(ELLIPSIS)) == LENGTH
        assert cut.startswith("江苏省发布")

    def test_a_number_inside_chinese_is_not_cut(self) -> None:
        assert excerpt("浙江省于2026年发布", 6) == "浙江省于" + ELLIPSIS

    def test_a_word_longer_than_the_excerpt_is_cut(self) -> None:
        assert excerpt("x" * 500) == "x" * LENGTH + ELLIPSIS

    def test_a_letter_keeps_its_accents(self) -> None:
        assert excerpt("e\u0301" * 10, 5) == "e\u0301" * 2 + ELLIPSIS

    def test_a_text_of_nothing_but_dashes_is_still_shown(self) -> None:
        assert excerpt("-" * 500) == "-" * LENGTH + ELLIPSIS

    @given(strategies.text(max_size=600))
    def test_it_is_never_longer_than_its_length_and_the_ellipsis(self, text: str) -> None:
        assert len(excerpt(text)) <= LENGTH + len(ELLIPSIS)

    @given(strategies.text(max_size=600))
    def test_it_is_the_beginning_of_the_text(self, text: str) -> None:
        assert " ".join(text.split()).startswith(excerpt(text).removesuffix(ELLIPSIS))

    @given(strategies.lists(WORDS, max_size=60), strategies.integers(1, 60))
    def test_it_never_cuts_inside_a_word_where_there_is_a_space(self, words: list[str], length: int) -> None:
        text = " ".join(words)
        cut = excerpt(text, length)
        if cut != text and " " in text[: length + 1]:
            assert text.startswith(cut.removesuffix(ELLIPSIS) + " ")


class TestPlainText:
    def test_blocks_are_set_apart_by_a_space(self) -> None:
        assert (
            plain_text("<p>One.</p><ul><li><p>Two</p></li></ul><p>Three<br>four</p>") == "One. Two Three four"
        )

    def test_bold_and_links_leave_words_as_they_are(self) -> None:
        assert plain_text('<p>a<strong>b</strong>c <a href="https://e.example/">d</a>.</p>') == "abc d."

    def test_entities_are_characters(self) -> None:
        assert plain_text("<p>R&amp;D &lt;b&gt;&nbsp;x</p>") == "R&D <b> x"

    def test_an_attribute_may_hold_an_angle_bracket(self) -> None:
        assert plain_text('<p><a href="https://e.example/" title="a > b">c</a></p>') == "c"

    @pytest.mark.parametrize(
        "end", ["<", "<a", '<a href="https://e', '<a href="x"', "</", "&", "&am", "&#39"]
    )
    def test_what_is_cut_off_at_the_end_is_dropped(self, end: str) -> None:
        assert plain_text(f"<p>words{end}") == "words"

    @given(strategies.text(strategies.sampled_from('<>"&;/ap '), max_size=200))
    def test_no_element_is_left_of_anything(self, html: str) -> None:
        assert "<p>" not in plain_text(html)


@pytest.mark.parametrize("hostile", ["<", '<a "', "<p>x</p>", "&", '"', "&amp;", "x ", "字", "e\u0301", "-"])
@pytest.mark.parametrize("function", [plain_text, excerpt])
def test_the_time_grows_no_faster_than_the_text(function: object, hostile: str) -> None:
    """FAULTS.md R01: four times the text takes about four times as long; were it quadratic, sixteen times."""

    def seconds(repeats: int) -> float:
        text = hostile * repeats
        measured = []
        for _ in range(5):
            start = process_time()
            function(text)
            measured.append(process_time() - start)
        return min(measured)

    assert seconds(80_000) < 10 * max(seconds(20_000), 0.005)
