"""The demo's content itself: its breadth, its references, its HTML, and that its words are its own."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings

from articles.choices import (
    STATUS_OF_ACTION,
    Action,
    Affected,
    ArticleStatus,
    Branch,
    DatePrecision,
    Instrument,
    NoticeKind,
    RelationKind,
)
from articles.demo.manuscripts import FOLDER, INVENTED, Item, html, read_all, read_catalogue
from regions.gazetteer.records import read_records
from regions.richtext import clean_html

MANUSCRIPTS = read_all()
PUBLISHED = [text for text in MANUSCRIPTS if text.status == ArticleStatus.PUBLISHED]
DIGESTS = [text for text in PUBLISHED if text.items]
ITEMS = [item for text in DIGESTS for item in text.items]
SEED = Path(settings.BASE_DIR).parent / "shared" / "seed" / "digest.txt"
SHINGLE = 6  # words in a row

# Countries of each continent that the demo may visit; by the code with which a region's own begins.
CONTINENTS = {
    "Africa": {"EG", "GH", "KE", "MA", "NA", "NG", "RW", "SN", "TN", "ZA"},
    "Asia": {"AE", "CN", "HK", "ID", "IN", "JP", "KR", "KZ", "OM", "SA", "SG", "TH", "VN"},
    "Europe": {"AT", "CH", "DE", "EE", "ES", "FI", "FR", "GB", "HU", "IS", "IT", "NL", "NO", "SE"},
    "North America": {"CA", "CR", "JM", "MX", "SV", "US"},
    "Oceania": {"AU", "FJ", "PF", "PG", "TV"},
    "South America": {"AR", "BR", "CL", "CO", "PE", "UY"},
}
# Names that the seed digest and ours share besides those of documents and issuers.
NAMES = [
    "Sany Automobile Manufacturing Co., Ltd.",
    "Shugen Internet Technology Co., Ltd.",
    "Dalian City Vehicle Information Blockchain Credit Platform",
]


def facts(name: str) -> set[str]:
    return {item.facts[name] for item in ITEMS if item.facts.get(name)}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]+>", " ", text).lower())


def test_there_are_enough_digests_and_plain_posts() -> None:
    assert len(DIGESTS) >= 12
    assert len(PUBLISHED) - len(DIGESTS) >= 10
    assert len({text.series for text in DIGESTS}) >= 4


def test_the_digests_go_round_the_world() -> None:
    assert len({region for item in ITEMS for region in item.regions}) >= 45
    countries = {region[:2] for item in ITEMS for region in item.regions}
    assert all(len(countries & of_continent) >= 4 for of_continent in CONTINENTS.values())


def test_three_months_have_news() -> None:
    months = Counter(text.published_at.strftime("%Y-%m") for text in DIGESTS if text.published_at)
    assert sum(count >= 3 for count in months.values()) >= 3


def test_eight_topics_are_used_by_many() -> None:
    uses = Counter(chain.from_iterable(item.tags for item in ITEMS))
    assert sum(count >= 8 for count in uses.values()) >= 8


def test_the_vocabularies_are_shown_at_work() -> None:
    assert facts("instrument") == set(Instrument.values)
    assert facts("action") == set(Action.values)
    assert facts("branch") == set(Branch.values)
    assert facts("affected") == set(Affected.values)
    assert facts("announced_precision") | {"day"} == set(DatePrecision.values)
    assert {relation.kind for item in ITEMS for relation in item.relations} == set(RelationKind.values)
    assert len({STATUS_OF_ACTION[action] for action in facts("action")}) == 9


def test_the_peculiarities_of_digests_are_there() -> None:
    assert any(item.facts.get("skip_before") for item in ITEMS)
    assert any(item.facts.get("restarts_numbering") for item in ITEMS)
    assert any(not item.facts.get("numbered", True) for item in ITEMS)
    assert any(len(item.regions) >= 3 for item in ITEMS)
    assert any("①" in item.facts["body"] for item in ITEMS)
    assert "zh-Hans" in {text.columns["language"] for text in DIGESTS}
    assert {"ar", "fr", "zh", "de"} <= facts("source_language")
    assert any("corrected_at" in text.columns for text in DIGESTS)


def test_no_desk_is_empty() -> None:
    assert {text.status for text in MANUSCRIPTS} == set(ArticleStatus.values)


@pytest.mark.parametrize("text", MANUSCRIPTS, ids=lambda text: text.key)
def test_its_html_is_what_the_editor_would_store(text) -> None:
    for name in ("introduction", "body", "conclusion"):
        stored = text.columns.get(name, "")
        assert clean_html(stored, long=name == "body") == stored
    for item in text.items:
        assert clean_html(item.facts["body"]) == item.facts["body"] != ""


@pytest.mark.parametrize("text", MANUSCRIPTS, ids=lambda text: text.key)
def test_invented_facts_are_called_invented_and_cite_nobody(text) -> None:
    said = INVENTED[text.columns["language"]] in {notice.text for notice in text.notices}
    sources = " ".join(item.facts.get("source_url", "") for item in text.items)
    assert said or "example." not in sources
    assert not said or re.fullmatch(r"(https://www\.example\.(org|com)/\S+|\s)*", sources)


@pytest.mark.parametrize("text", MANUSCRIPTS, ids=lambda text: text.key)
def test_what_it_names_exists(text) -> None:
    catalogue = read_catalogue()
    assert not text.series or text.series in catalogue["series"]
    assert {*text.tags, *chain.from_iterable(item.tags for item in text.items)} <= catalogue["topics"].keys()
    assert {notice.kind for notice in text.notices} <= set(NoticeKind.values)
    assert {pick.article for pick in text.picks if not pick.url} <= {other.key for other in MANUSCRIPTS}


def test_every_key_is_unique_and_every_step_continues_an_earlier_one() -> None:
    seen: set[str] = set()
    every_item: list[Item] = [item for text in MANUSCRIPTS for item in text.items]
    for item in every_item:
        assert item.key not in seen
        assert not item.continues or item.continues in seen
        seen.add(item.key)
    assert {relation.to for item in every_item for relation in item.relations} <= seen


def test_every_region_is_in_the_shipped_gazetteer() -> None:
    known: set[str] = set()
    paths: dict[str, str] = {}
    for record in read_records():
        above = paths.get(record.parent or "")
        paths[record.source_id] = path = f"{above}/{record.slug}" if above else record.slug
        known |= {path, record.code or path}
    assert {region for text in MANUSCRIPTS for item in text.items for region in item.regions} - known == set()


@pytest.mark.skipif(not SEED.exists(), reason="the seed digest isn't here")
def test_no_sentence_of_the_seed_is_repeated() -> None:
    seed = words(SEED.read_text(encoding="utf-8"))
    taken = {" ".join(seed[start : start + SHINGLE]) for start in range(len(seed) - SHINGLE + 1)}
    names = [*NAMES, *facts("source_title"), *facts("issuer")]
    for path in (FOLDER / "content").glob("*.toml"):
        ours = " ".join(words(path.read_text(encoding="utf-8")))
        for name in sorted((" ".join(words(name)) for name in names), key=len, reverse=True):
            ours = ours.replace(name, "|") if name else ours
        listed = ours.split()
        shingles = {" ".join(listed[start : start + SHINGLE]) for start in range(len(listed) - SHINGLE + 1)}
        assert shingles & taken == set(), path.name


def test_line_breaks_of_a_file_leave_no_trace_in_its_html() -> None:
    assert html("\n<p>one\ntwo <em>three</em>\n<a>four</a></p>\n<ul>\n<li>five</li>\n</ul>\n") == (
        "<p>one two <em>three</em> <a>four</a></p><ul><li>five</li></ul>"
    )
