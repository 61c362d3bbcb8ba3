"""Decisions of an editor make other pieces of a parse, and other drafts of pieces."""

import pytest

from articles.importing.assembly import assemble
from articles.importing.carrying import pack, unpack
from articles.importing.corrections import Choices, Decisions, Kind, chosen, corrected
from articles.importing.digest import Digest, Parse
from articles.importing.parser import parse
from articles.importing.places import Place
from articles.importing.source.limits import MAX_BYTES, SourceError
from articles.importing.source.text import read_text
from tests.articles.importing.places_finder import find
from tests.articles.importing.scoring import TODAY

TEXT = """Laws of the week

1. Kenya
The parliament adopted a law.

2. Norway
The government published a plan.


Germany sent a bill to its senate. The vote is in May.

4. Brazil
A court stopped a tax.

Please contact us.
"""


@pytest.fixture
def parsed() -> Parse:
    return parse(read_text(TEXT), find, today=TODAY)


def index(parsed: Parse, words: str) -> int:
    return next(place for place, piece in enumerate(parsed.pieces) if words in piece.text)


def made(parsed: Parse, **decisions: object) -> Digest:
    return assemble(parsed, corrected(parsed, Decisions(**decisions)), find)  # type: ignore[arg-type]


def numbers(digest: Digest) -> list[int | None]:
    return [item.number for item in digest.items]


def test_without_decisions_the_pieces_are_the_parsers(parsed: Parse) -> None:
    assert corrected(parsed, Decisions()) == parsed.pieces
    assert numbers(made(parsed)) == [1, 2, 3, 4]


def test_a_refused_proposal_is_undone(parsed: Parse) -> None:
    digest = made(parsed, refused=frozenset({0}))
    assert numbers(digest) == [1, 2, 4]
    assert digest.items[1].body[-1].startswith("Germany sent")


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("The parliament", Kind.ITEM, [1, None, 2, 3, 4]),
        ("Brazil", Kind.ABOVE, [1, 2, 3]),
        ("Brazil", Kind.TEXT, [1, 2, 3]),
        ("Brazil", Kind.DISCARDED, [1, 2, 3]),
        ("Please contact", Kind.ITEM, [1, 2, 3, 4, 5]),
    ],
)
def test_items_are_split_and_merged(parsed: Parse, words: str, kind: Kind, expected: list[int]) -> None:
    assert numbers(made(parsed, kinds={index(parsed, words): kind})) == expected


def test_a_split_item_gets_the_number_that_its_neighbours_leave_free(parsed: Parse) -> None:
    place = index(parsed, "Germany sent")
    assert numbers(made(parsed, refused=frozenset({0}), kinds={place: Kind.ITEM})) == [1, 2, 3, 4]


def test_what_is_no_beginning_any_more_keeps_its_printed_number(parsed: Parse) -> None:
    digest = made(parsed, kinds={index(parsed, "Brazil"): Kind.ABOVE})
    assert "4. Brazil" in digest.items[-1].body


def test_a_piece_takes_any_part_of_an_article(parsed: Parse) -> None:
    place = index(parsed, "The government")
    assert made(parsed, kinds={place: Kind.CONCLUSION}).conclusion == ["The government published a plan."]
    assert made(parsed, kinds={place: Kind.INTRODUCTION}).introduction == ["The government published a plan."]
    assert made(parsed, kinds={place: Kind.NOTICE}).notices[0].kind == "other"
    assert made(parsed, kinds={place: Kind.TITLE}).title == "The government published a plan."
    assert made(parsed, kinds={place: Kind.RELATED_TITLE}).related[0].title.startswith("The government")


def test_as_a_plain_post_it_has_all_of_its_text_and_subheadings(parsed: Parse) -> None:
    digest = made(parsed, as_post=True)
    assert not digest.is_digest
    assert [(piece.text, piece.level) for piece in digest.body][:2] == [
        ("1. Kenya", 2),
        ("The parliament adopted a law.", 0),
    ]
    assert [notice.text for notice in digest.notices] == ["Please contact us."]


def test_a_plain_post_becomes_a_digest_where_it_is_split() -> None:
    parsed = parse(read_text("Why\n\nA word before.\n\nOne thing.\n\nMore of it.\n"), find, today=TODAY)
    assert not made(parsed).is_digest
    digest = made(parsed, kinds={index(parsed, "One thing"): Kind.ITEM})
    assert digest.introduction == ["A word before."]
    assert digest.items[0].body == ["One thing.", "More of it."]


def test_what_bears_a_number_begins_the_item_of_that_number() -> None:
    text = "Why\n\nA word before.\n\n07 Somewhere\n\nOne thing.\n"
    parsed = parse(read_text(text), find, today=TODAY)
    item = made(parsed, kinds={index(parsed, "Somewhere"): Kind.ITEM}).items[0]
    assert (item.number, item.heading, item.body) == (7, "Somewhere", ["One thing."])


def test_pieces_that_are_not_there_are_passed_over(parsed: Parse) -> None:
    assert corrected(parsed, Decisions(frozenset({99}), {999: Kind.ITEM})) == parsed.pieces


def test_choices_change_the_draft(parsed: Parse) -> None:
    digest = made(parsed)
    first, last = digest.items[0].pieces[0], digest.items[-1].pieces[0]
    place = Place(0, 0, "norway", "NO", "Norway")
    choices = Choices("Laws", "fr", {first: [place]}, {last: "An older digest"})
    changed = chosen(digest, choices)
    assert (changed.title, changed.language) == ("Laws", "fr")
    assert changed.items[0].regions == [place]
    assert len(changed.items) == 3
    assert [post.title for post in changed.related] == ["An older digest"]
    assert len(digest.items) == 4


def test_no_character_is_lost_by_corrections(parsed: Parse) -> None:
    for kind in Kind:
        pieces = corrected(parsed, Decisions(kinds=dict.fromkeys(range(len(parsed.pieces)), kind)))
        assert "".join(TEXT[piece.start : piece.end] for piece in pieces) == TEXT


def test_a_source_travels_through_a_form() -> None:
    assert unpack(pack("江苏\r\n".encode())) == "江苏\r\n".encode()


@pytest.mark.parametrize(
    "packed", ["", "no base64!", "eJw=", pack(b"a long enough text")[:-8], pack(b"x") + "é"]
)
def test_what_did_not_arrive_whole_is_told(packed: str) -> None:
    with pytest.raises(SourceError, match="did not arrive whole"):
        unpack(packed)


def test_a_source_that_unpacks_to_too_much_is_cut_off() -> None:
    with pytest.raises(SourceError, match="did not arrive whole"):
        unpack(pack(bytes(4 * MAX_BYTES)))
