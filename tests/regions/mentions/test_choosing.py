"""Which of the regions of one name is meant, by what stands around the name and in the document."""

import pytest

from regions.mentions import find
from tests.regions.mentions.gazetteer_index import found, shipped_index


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Paris, Texas", "united-states/texas/paris"),
        ("Paris", "france/ile-de-france/paris"),
        ("Cambridge, Mass., rents out roofs", "united-states/massachusetts/cambridge"),
        ("Ontario, CA", "united-states/california/ontario"),
        ("Victoria (British Columbia)", "canada/british-columbia/victoria"),
        ("Jilin", "china/jilin"),
        ("the city of Jilin", "china/jilin/jilin-city"),
        ("Washington", "united-states/washington-dc"),
        ("Washington state", "united-states/washington"),
        ("北京市的朝阳区", "china/beijing"),
        ("St Petersburg", "russia/saint-petersburg"),
    ],
)
def test_the_words_beside_a_name_decide(text: str, path: str) -> None:
    assert found(text)[0][1] == path


@pytest.mark.parametrize(
    ("context", "path"),
    [
        ((), "georgia"),
        (("united-states",), "united-states/georgia"),
        (("united-states/alabama", "united-states/ohio", "united-states/utah"), "united-states/georgia"),
        (("armenia",), "georgia"),
        (("no/such/region",), "georgia"),
    ],
)
def test_the_context_decides(context: tuple[str, ...], path: str) -> None:
    assert found("Georgia raises fees.", context=context) == [("Georgia", path)]


def test_of_two_districts_the_one_in_the_city_named_last_is_meant() -> None:
    text = "Shanghai builds a port.\n\nGuangzhou pays its students.\n\nHuangpu District opens a school."
    assert found(text)[-1] == ("Huangpu District", "china/guangdong/guangzhou/huangpu")


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Xicheng District, Beijing", ["Beijing"]),
        ("广东省深圳市南山区", ["广东省", "深圳市"]),
        ("Austin, TX", ["TX"]),
        ("Guangdong: Shenzhen opens its data", []),
        ("Georgia, Alabama and Tennessee", []),
    ],
)
def test_what_only_says_where_another_region_is_is_marked(text: str, qualifiers: list[str]) -> None:
    mentions = find(text, index=shipped_index())
    assert [mention.text for mention in mentions if mention.is_qualifier] == qualifiers


def test_a_name_means_again_what_the_text_said_it_means() -> None:
    text = "Springfield, Ohio, closes a school. Parents in Springfield protest."
    assert found(text)[-1] == ("Springfield", "united-states/ohio/springfield")


def test_a_clear_name_is_surer_than_an_ambiguous_one() -> None:
    clear, ambiguous = (find(name, index=shipped_index())[0] for name in ("Japan", "Córdoba"))
    assert clear.confidence > 0.9 > ambiguous.confidence


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("the Jordan River", []),
        ("Lake Victoria", []),
        ("President Washington", []),
        ("Jordan Peterson", []),
        ("New Oslo", []),
        ("Orange County", []),
        ("Reading the bill", []),
        ("us and them", []),
        ("the Democratic Republic of Congo", ["democratic-republic-of-the-congo"]),
        ("ADA fell", []),
        ("中山路", []),
        ("发展中国家", []),
        ("黄河南岸", []),
        ("臺灣", ["taiwan"]),
        ("JIANGSU PROVINCE", ["china/jiangsu"]),
        ("China-ASEAN", ["china", "asean"]),
        ("l’Allemagne, l'Ukraine", ["ukraine"]),
    ],
)
def test_names_inside_other_names_are_no_mentions(text: str, paths: list[str]) -> None:
    assert [path for _, path in found(text)] == paths


def test_a_word_of_kind_with_a_capital_belongs_to_the_name() -> None:
    assert found("Gujarat State") == [("Gujarat State", "india/gujarat")]
    assert found("Gujarat state") == [("Gujarat", "india/gujarat")]
    assert found("the State of Gujarat") == [("State of Gujarat", "india/gujarat")]
