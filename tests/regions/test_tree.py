"""Moving and renaming a region."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from regions.models import Region, RegionName, RegionRedirect, RemovedRegion
from regions.signals import subtree_moved
from tests.factories import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def moves() -> Iterator[list[set[int]]]:
    """The regions of each move that is told to other apps."""
    told: list[set[int]] = []

    def note(region_ids: list[int], **kwargs: Any) -> None:
        told.append(set(region_ids))

    subtree_moved.connect(note)
    yield told
    subtree_moved.disconnect(note)


def chain(*names: str) -> list[Region]:
    """Regions, each inside the one before."""
    regions: list[Region] = []
    for name in names:
        regions.append(make_region(name, parent=regions[-1] if regions else None))
    return regions


def spot(region: Region) -> tuple[str, int]:
    region.refresh_from_db()
    return region.path, region.depth


def redirects() -> dict[str, str]:
    """Where old paths lead."""
    return dict(RegionRedirect.objects.values_list("path", "region__path"))


def move(region: Region, parent: Region | None, **fields: Any) -> None:
    region = Region.objects.get(pk=region.pk)
    region.parent = parent
    for field, value in fields.items():
        setattr(region, field, value)
    region.save()


def test_everything_inside_moves_along(moves: list[set[int]]) -> None:
    _, jilin, city, district = chain("China", "Jilin", "Jilin City", "Chuanying")
    manchuria = make_region("Manchuria")
    move(jilin, manchuria)
    assert [spot(region) for region in (jilin, city, district)] == [
        ("manchuria/jilin", 1),
        ("manchuria/jilin/jilin-city", 2),
        ("manchuria/jilin/jilin-city/chuanying", 3),
    ]
    assert moves == [{jilin.pk, city.pk, district.pk}]


def test_every_old_path_leads_to_the_new_one() -> None:
    china, jilin, city = chain("China", "Jilin", "Jilin City")
    move(china, None, name="Cathay")
    assert redirects() == {
        "china": "cathay",
        "china/jilin": "cathay/jilin",
        "china/jilin/jilin-city": "cathay/jilin/jilin-city",
    }
    assert spot(city) == ("cathay/jilin/jilin-city", 2)
    assert spot(jilin) == ("cathay/jilin", 1)


def test_redirects_never_chain() -> None:
    region = make_region("One")
    for name in ("Two", "Three"):
        move(region, None, name=name)
    assert redirects() == {"one": "three", "two": "three"}


def test_there_and_back_leaves_no_loop() -> None:
    region = make_region("There")
    move(region, None, name="Back")
    move(region, None, name="There")
    assert redirects() == {"back": "there"}


def test_a_live_page_beats_a_redirect() -> None:
    region = make_region("Zaire")
    move(region, None, name="Congo")
    make_region("Zaire")
    assert redirects() == {}
    assert spot(region) == ("congo", 0)


def test_neighbours_with_a_similar_path_stay() -> None:
    guinea, _ = chain("Guinea", "Conakry")
    bissau, city = chain("Guinea-Bissau", "Bissau")
    move(guinea, None, name="French Guinea")
    assert (spot(bissau), spot(city)) == (("guinea-bissau", 0), ("guinea-bissau/bissau", 1))
    assert set(redirects()) == {"guinea", "guinea/conakry"}


def test_a_taken_path_gets_a_number(moves: list[set[int]]) -> None:
    china, _ = chain("China", "Jilin")
    other = make_region("Jilin")
    move(other, china)
    assert spot(other) == ("china/jilin-2", 1)
    assert redirects() == {"jilin": "china/jilin-2"}


def test_a_slug_that_the_editor_chose_stays_when_the_name_changes() -> None:
    region = make_region("Myanmar", slug="burma")
    move(region, None, name="Union of Myanmar")
    assert spot(region) == ("burma", 0)


def test_a_number_that_a_slug_had_to_have_goes_with_the_name() -> None:
    make_region("Jilin")
    other = make_region("Jilin")
    move(other, None, name="Hexi")
    assert spot(other) == ("hexi", 0)


def test_a_number_is_left_behind_where_the_path_is_free() -> None:
    make_region("Jilin")
    other = make_region("Jilin")
    move(other, make_region("China"))
    assert spot(other) == ("china/jilin", 1)


def test_a_slug_is_written_small() -> None:
    assert make_region("China", slug="PRC").path == "prc"


@pytest.mark.parametrize("own", [0, 1, 2])
def test_a_region_is_never_inside_itself(own: int, moves: list[set[int]]) -> None:
    regions = chain("China", "Jilin", "Jilin City")
    with pytest.raises(ValidationError, match="inside itself"):
        move(regions[0], regions[own])
    assert spot(regions[2]) == ("china/jilin/jilin-city", 2)
    assert (moves, redirects()) == ([], {})


def test_a_form_says_so_at_the_parent() -> None:
    china, jilin = chain("China", "Jilin")
    china.parent = jilin
    with pytest.raises(ValidationError) as refusal:
        china.full_clean()
    assert "parent" in refusal.value.message_dict


def test_a_tree_has_four_levels() -> None:
    *_, district = chain("China", "Jilin", "Jilin City", "Chuanying")
    with pytest.raises(ValidationError, match="Too deep"):
        Region.objects.create(name="Street", kind="district", parent=district)


def test_a_subtree_that_would_be_too_deep_stays() -> None:
    city, _, _ = chain("City", "District", "Quarter")
    _, province = chain("Country", "Province")
    with pytest.raises(ValidationError, match="Too deep"):
        move(city, province)
    assert spot(city) == ("city", 0)


def test_a_parent_that_somebody_moved_meanwhile_is_read_anew() -> None:
    china, jilin = chain("China", "Jilin")
    stale = Region.objects.get(pk=jilin.pk)
    move(china, None, name="Cathay")
    city = make_region("Jilin City", parent=stale)
    assert spot(city) == ("cathay/jilin/jilin-city", 2)


def test_saving_one_field_saves_the_path_too() -> None:
    china, jilin = chain("China", "Jilin")
    china.name = "Cathay"
    china.save(update_fields=["name"])
    assert (spot(china), spot(jilin)) == (("cathay", 0), ("cathay/jilin", 1))


def test_saving_without_a_change_moves_nothing(moves: list[set[int]]) -> None:
    china, jilin = chain("China", "Jilin")
    china.population = 7
    china.save()
    jilin.save()
    assert (moves, redirects()) == ([], {})


def test_a_region_is_found_under_its_old_and_its_new_name() -> None:
    region = make_region("Peking")
    move(region, None, name="Beijing")
    assert set(region.names.values_list("name", flat=True)) == {"Peking", "Beijing"}


def test_a_name_that_is_there_is_not_added_again() -> None:
    region = make_region("Peking")
    region.names.create(name="Beijing", language="en")
    move(region, None, name="Beijing")
    assert RegionName.objects.filter(name="Beijing").count() == 1


def test_a_region_with_others_inside_is_kept() -> None:
    china, _ = chain("China", "Jilin")
    china.source_id = "iso:CN"
    china.save()
    with pytest.raises(ProtectedError):
        china.delete()
    with pytest.raises(ProtectedError):
        Region.objects.filter(pk=china.pk).delete()
    assert not RemovedRegion.objects.exists()


def test_a_deleted_region_of_the_gazetteer_is_remembered() -> None:
    make_region("China", source_id="iso:CN").delete()
    make_region("Our own").delete()
    Region.objects.filter(pk=make_region("Taiwan", source_id="iso:TW").pk).delete()
    assert set(RemovedRegion.objects.values_list("source_id", flat=True)) == {"iso:CN", "iso:TW"}


@pytest.mark.parametrize("name", ["🇨🇳", "مصر", "\u202eabc", "中" * 200, "x" * 200, "!!!"])
def test_any_name_gets_a_path(name: str) -> None:
    region = make_region(name)
    city = make_region(name, parent=region)
    assert region.path.isascii()
    assert region.path
    assert city.path == f"{region.path}/{city.slug}"
    assert str(city) == f"{name} · {name}"
