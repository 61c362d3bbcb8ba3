"""Whatever is pasted: no crash, every character in one piece, linear time. FAULTS R01."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.as_json import as_json
from articles.importing.assembly import assemble
from articles.importing.characters import readable
from articles.importing.parser import parse, understand
from articles.importing.pieces import refuse
from articles.importing.source.html import read_html
from articles.importing.source.limits import SourceError
from articles.importing.source.reading import read_bytes
from articles.importing.source.text import read_text
from tests.articles.importing.places_finder import find
from tests.articles.importing.scoring import TODAY

FRAGMENTS = [
    *(
        "01 Jiangsu",
        "02 Zhejiang Province",
        "1. Kenya",
        "2) Brazil",
        "(3) Norway",
        "一、江苏",
        "（二）浙江",
        "第三、",
    ),
    *(
        "①",
        "② Two",
        "IV. Germany",
        "A. Kenya",
        "No. 4 Brazil",
        "#5",
        "1.1 Norway",
        "- Kenya",
        "•",
        "**Kenya**",
    ),
    *(
        "# Brazil",
        "Germany: a law was adopted.",
        "On April 8, Hangzhou published a plan.",
        "4月8日，江苏发布方案。",
    ),
    *(
        "5.15 billion",
        "Read more",
        "Was this article helpful?",
        "93 out of 132 found this helpful",
        "Discover more",
    ),
    *(
        "© 2024 X",
        "转载请注明",
        "Contact us",
        "In conclusion, all is well.",
        "---",
        "[a](http://b.c)",
        "​",
        "\ufeff",
    ),
    *(
        "\x00",
        "\u2028",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "\u00a0",
        "\t",
        "０１",
        "“",
        ".",
        "x" * 90,
        "Share",
        "\ud800",
    ),
]
DAMAGED = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), max_size=40).map("".join)
LINES = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("\n".join)
UNITS = [
    *(
        "a",
        "a ",
        "1. ",
        "1.\n",
        "一、",
        "*",
        "[",
        "](",
        "(",
        "# a\n",
        "**a** ",
        "1. 2. 3. ",
        "April ",
        "On April 8 ",
    ),
    *(
        "Kenya\n",
        "Kenya: text.\n",
        "Read more\n",
        "- a\n",
        "http://a.b/c ",
        "①",
        "© 2020 ",
        "a|b\n",
        "20",
        "IV. ",
        ".",
    ),
    *(
        "Related\n",
        "Was this helpful? 1 of 2\n",
        " - ",
        "a\u00a0",
        "第一、",
        "On May 3, Kenya\n\n",
        "1. Kenya\ntext. 2. x\n",
    ),
]


@given(DAMAGED | LINES)
@settings(max_examples=300, deadline=None)
def test_every_character_is_in_one_piece_whatever_the_text(text: str) -> None:
    try:
        source = read_text(text)
    except SourceError:
        assert not readable(text)
        return
    parsed = parse(source, find, today=TODAY)
    assert "".join(text[piece.start : piece.end] for piece in parsed.pieces) == text
    refused = refuse(parsed.pieces, parsed.problems)
    assert not any(piece.opens and not piece.printed and piece.number for piece in refused)
    as_json(assemble(parsed, refused, find), parsed.problems)


@given(st.binary(max_size=400) | DAMAGED.map(lambda text: text.encode("utf-16", errors="replace")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_understood_or_refused(data: bytes) -> None:
    try:
        source = read_bytes(data)
    except SourceError:
        return
    understand(source, find, today=TODAY)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li>", "<ol>", "</div>", "<div class=nav>", "<!--", "<", "&#0;", *FRAGMENTS]
        )
    )
)
@settings(max_examples=200, deadline=None)
def test_any_html_is_understood_or_refused(parts: list[str]) -> None:
    try:
        source = read_html("".join(parts))
    except SourceError:
        return
    pieces = parse(source, find, today=TODAY).pieces
    assert "".join(source.text[piece.start : piece.end] for piece in pieces) == source.text


def seconds(function: Callable[[str], object], text: str) -> float:
    measured = []
    for _ in range(2):
        start = process_time()
        function(text)
        measured.append(process_time() - start)
    return min(measured)


def understood(text: str) -> None:
    understand(read_text(text), find, today=TODAY)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    """Were it quadratic, it would take sixteen times as long."""
    short, long = unit * (8_000 // len(unit)), unit * (32_000 // len(unit))
    assert seconds(understood, long) < 10 * max(seconds(understood, short), 0.01)
