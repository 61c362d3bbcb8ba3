"""The real digest, where it lies beside the repository; its words are not in here."""

from pathlib import Path

import pytest

from articles.importing.as_json import as_json
from articles.importing.parser import understand
from articles.importing.source.reading import read_file
from policytracker.env import BASE_DIR
from tests.articles.importing.scoring import TODAY
from tests.articles.importing.whole_gazetteer import gazetteer
from tests.conftest import unavailable

SEED = Path(BASE_DIR).parent / "shared" / "seed" / "digest.txt"


@pytest.fixture(scope="module")
def result() -> dict:
    if not SEED.exists():
        unavailable("the real digest is not beside the repository")
    return as_json(*understand(read_file(SEED), gazetteer(), today=TODAY))


def test_its_items_and_the_two_lost_headings(result: dict) -> None:
    numbers = [item["number"] for item in result["items"]]
    assert numbers == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, None, 12, 13]
    lost = {item["number"]: item["region"] for item in result["items"] if item["heading"] is None}
    assert lost == {5: "china/zhejiang/hangzhou", 10: "china/shanghai", None: "china/beijing"}
    assert result["missing_numbers"] == [5, 10]


def test_its_proposals_are_warnings_with_lines(result: dict) -> None:
    assert [(row["code"], row["line"]) for row in result["warnings"]] == [
        *(("lost_heading", 24), ("lost_heading", 43), ("unnumbered_item", 49)),
    ]


def test_its_sub_point_its_tally_and_its_posts(result: dict) -> None:
    assert "①" in result["items"][12]["body"]
    assert result["items"][12]["region"] == "china/guangdong/guangzhou"
    assert result["helpful"] == {"helpful": 93, "total": 132}
    assert len(result["related"]) == 6
    assert all(post["excerpt"] for post in result["related"])


def test_its_notices_are_in_no_item(result: dict) -> None:
    assert [notice["kind"] for notice in result["notices"]] == ["reprint", "contact"]
    bodies = " ".join(item["body"] for item in result["items"])
    assert not any(notice["text"] in bodies for notice in result["notices"])
    assert result["conclusion"].endswith("!")
