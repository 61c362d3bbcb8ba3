"""What the parser makes of the shapes of digests, and what it proposes where a source is damaged."""

import json

import pytest

from articles.importing.as_json import as_json
from articles.importing.assembly import assemble
from articles.importing.markers import markers_of
from articles.importing.parser import parse, understand
from articles.importing.pieces import refuse
from articles.importing.source.html import read_html
from articles.importing.source.text import read_text
from tests.articles.importing.places_finder import find
from tests.articles.importing.scoring import TODAY

GAP = """Notes

01 Jiangsu

On April 7, 2020, Jiangsu published a plan worth 5.15 billion yuan.

Its second part follows in May.


To speed up permits, Hangzhou has adopted rules.

03 Kenya

Kenya's parliament adopted a law.

On April 9, Brazil signed a treaty.
"""


def understood(text: str) -> dict:
    return as_json(*understand(read_text(text), find, today=TODAY))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            ("01 Jiangsu", 1),
            ("1. X", 1),
            ("1) X", 1),
            ("(1) X", 1),
            ("1、江", 1),
            ("一、江", 1),
            ("（十二）江", 12),
        ),
        *(
            ("第一、江", 1),
            ("No. 1 X", 1),
            ("#1 X", 1),
            ("I. X", 1),
            ("A. X", 1),
            ("① X", 1),
            ("⑴ X", 1),
            ("１．江", 1),
        ),
        *(
            ("1️⃣ X", 1),
            ("【3】江", 3),
            ("01江苏", 1),
            ("Nr. 7: X", 7),
            ("1º X", 1),
            ("XIV. X", 14),
            ("1 – X", 1),
        ),
    ],
)
def test_numbers_are_read_as_the_world_writes_them(text: str, value: int) -> None:
    assert markers_of(text)[0].value == value


@pytest.mark.parametrize(
    "text",
    ["2020 was a year", "5G networks", "8 April: x", "12 countries", "3月", "第一季度", "99.7%", "二是推动"],
)
def test_numbers_of_prose_are_none(text: str) -> None:
    assert markers_of(text) == ()


def test_a_gap_is_looked_into_and_what_is_found_is_proposed() -> None:
    result = understood(GAP)
    rows = [(item["number"], item["heading"], item["region"], item["line"]) for item in result["items"]]
    assert rows == [
        (1, "Jiangsu", "china/jiangsu", 3),
        (2, None, "china/zhejiang/hangzhou", 10),
        (3, "Kenya", "kenya", 12),
        (None, None, "brazil", 16),
    ]
    assert result["missing_numbers"] == [2]
    assert [(row["code"], row["line"]) for row in result["warnings"]] == [
        ("lost_heading", 10),
        ("unnumbered_item", 16),
    ]


def test_a_refused_proposal_leaves_its_text_with_the_item_before() -> None:
    parsed = parse(read_text(GAP), find, today=TODAY)
    digest = assemble(parsed, refuse(parsed.pieces, parsed.problems), find)
    assert [item.number for item in digest.items] == [1, 3]
    assert digest.items[0].body[-1] == "To speed up permits, Hangzhou has adopted rules."


def test_a_gap_without_a_trace_is_said() -> None:
    result = understood(GAP.replace("Hangzhou", "one").replace("\n\n\nTo", "\n\nTo"))
    assert [item["number"] for item in result["items"]] == [1, 3, None]
    assert result["missing_numbers"] == [2]
    assert result["warnings"][0]["code"] == "missing_number"


def test_the_contract_of_the_json_is_kept() -> None:
    result = understood(GAP)
    assert list(result) == [
        *("title", "language", "is_digest", "standfirst", "introduction", "items", "conclusion", "notices"),
        *("helpful", "related", "missing_numbers", "body", "discarded", "warnings"),
    ]
    assert list(result["items"][0]) == [
        *("number", "section", "heading", "region", "region_code", "regions", "dates", "body", "line"),
    ]
    assert result["items"][0]["dates"][0] == {
        "date": "2020-04-07",
        "precision": "day",
        "text": "April 7, 2020",
    }
    json.dumps(result)


def test_sub_points_stay_in_their_item() -> None:
    text = "T\n\n1. Kenya\nThe law has two parts:\n① one;\n② two.\n2. Brazil\nA decree:\n(a) x\n(b) y\n"
    assert [item["body"] for item in understood(text)["items"]] == [
        "The law has two parts:\n\n① one;\n\n② two.",
        "A decree:\n\n(a) x\n\n(b) y",
    ]


def test_a_merged_line_is_parted_at_the_next_number() -> None:
    text = (
        "T\n\n1. Kenya: a law was adopted by parliament last year. 2. Brazil: the senate adopted a bill.\n\n"
        "3. Norway: a plan was published.\n"
    )
    rows = [(item["number"], item["heading"], item["body"]) for item in understood(text)["items"]]
    assert rows == [
        (1, "Kenya", "a law was adopted by parliament last year."),
        (2, "Brazil", "the senate adopted a bill."),
        (3, "Norway", "a plan was published."),
    ]


def test_sections_head_items_and_counts_may_restart() -> None:
    text = (
        "T\n\nAfrica\n\n1. Kenya\nA law.\n\nEurope\n\n1. Norway\nA plan of the government.\n\n"
        "2. Germany\nA bill of the cabinet.\n"
    )
    rows = [(item["section"], item["number"], item["heading"]) for item in understood(text)["items"]]
    assert rows == [("Africa", 1, "Kenya"), ("Europe", 1, "Norway"), ("Europe", 2, "Germany")]


def test_an_ordinary_article_becomes_a_post_with_its_text() -> None:
    result = understood(
        "Why laws fail\n\nMost laws fail quietly.\n\nNobody reads them, in Kenya or in Brazil.\n"
    )
    assert (result["is_digest"], result["items"]) == (False, [])
    assert result["body"] == "Most laws fail quietly.\n\nNobody reads them, in Kenya or in Brazil."


def test_proposals_in_a_page_with_a_menu_name_their_own_piece() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in GAP.split("\n") if text)
    page = f"<html><body><nav><a href='/'>Home</a></nav><main>{paragraphs}</main></body></html>"
    parsed = parse(read_html(page), find, today=TODAY)
    named = [parsed.pieces[problem.piece].line for problem in parsed.problems if problem.piece is not None]
    assert named == [problem.line for problem in parsed.problems]
    assert len(named) > 0
    assert not any(piece.opens and not piece.printed for piece in refuse(parsed.pieces, parsed.problems))
