"""A newer gazetteer meets what editors have changed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regions.gazetteer.records import Name
from regions.models import Region, RegionName, RegionRedirect
from regions.signals import subtree_moved
from tests.factories import make_region
from tests.regions.gazetteer_files import load, record

pytestmark = pytest.mark.django_db

COUNTRY = record("iso:RU", "Ruritania", code="RU")
PROVINCE = record("iso:RU-ST", "Strelsau", "iso:RU", code="RU-ST", kind="subdivision")
OTHER = record("iso:RU-ZE", "Zenda", "iso:RU", code="RU-ZE", kind="subdivision")
TOWN = record("geonames:1", "Hentzau", "iso:RU-ST", population=100, names=[Name("en", "alias", "Hentz")])
WORLD = [COUNTRY, PROVINCE, TOWN, OTHER]


@pytest.fixture(autouse=True)
def _loaded(tmp_path: Path) -> None:
    load(tmp_path, WORLD)


def town() -> Region:
    return Region.objects.get(source_id="geonames:1")


def reload(folder: Path, *changes: Any) -> Any:
    """Load the world again with some of its records changed, or with new ones."""
    changed = {record.source_id: record for record in [*WORLD, *changes]}
    return load(folder, changed.values())


def test_the_gazetteer_may_change_what_no_editor_touched(tmp_path: Path) -> None:
    result = reload(tmp_path, replace(TOWN, population=200, kind="district"))
    assert (town().population, town().kind, result.changed) == (200, "district", 1)


def test_an_editors_value_stays(tmp_path: Path) -> None:
    Region.objects.filter(pk=town().pk).update(population=555)
    reload(tmp_path, replace(TOWN, population=200))
    assert town().population == 555


def test_an_editors_value_stays_through_later_loads_too(tmp_path: Path) -> None:
    Region.objects.filter(pk=town().pk).update(population=555)
    reload(tmp_path, replace(TOWN, population=200))
    reload(tmp_path, replace(TOWN, population=300))
    assert town().population == 555


def test_a_field_that_the_editor_left_is_updated_beside_one_that_he_changed(tmp_path: Path) -> None:
    Region.objects.filter(pk=town().pk).update(population=555)
    reload(tmp_path, replace(TOWN, population=200, kind="district"))
    assert (town().population, town().kind) == (555, "district")


def test_an_editors_name_and_its_path_stay(tmp_path: Path) -> None:
    renamed = town()
    renamed.name = "Castle Hentzau"
    renamed.save()
    reload(tmp_path, replace(TOWN, population=200))
    assert (town().name, town().path) == ("Castle Hentzau", "ruritania/strelsau/castle-hentzau")


def test_a_rename_by_the_gazetteer_moves_everything_inside_and_leaves_redirects(tmp_path: Path) -> None:
    moved: list[int] = []

    def note(region_ids: list[int], **kwargs: Any) -> None:
        moved.extend(region_ids)

    subtree_moved.connect(note)
    try:
        result = reload(tmp_path, replace(PROVINCE, name="Streslau", slug="streslau"))
    finally:
        subtree_moved.disconnect(note)
    assert result.moved == 2
    assert town().path == "ruritania/streslau/hentzau"
    assert RegionRedirect.objects.get(path="ruritania/strelsau/hentzau").region == town()
    assert sorted(moved) == sorted([town().pk, town().parent_id])


def test_a_move_by_the_gazetteer_is_followed(tmp_path: Path) -> None:
    reload(tmp_path, replace(TOWN, parent="iso:RU-ZE"))
    assert town().path == "ruritania/zenda/hentzau"
    assert RegionRedirect.objects.get(path="ruritania/strelsau/hentzau").region == town()


def test_a_move_by_an_editor_stays(tmp_path: Path) -> None:
    moved = town()
    moved.parent = make_region("Elphberg")
    moved.save()
    reload(tmp_path, replace(TOWN, parent="iso:RU-ZE", population=9))
    assert (town().path, town().population) == ("elphberg/hentzau", 9)


def test_two_regions_may_swap_their_names(tmp_path: Path) -> None:
    swapped = replace(PROVINCE, name="Zenda", slug="zenda", code="RU-ZE")
    reload(tmp_path, swapped, replace(OTHER, name="Strelsau", slug="strelsau", code="RU-ST"))
    assert town().path == "ruritania/zenda/hentzau"
    assert Region.objects.get(source_id="iso:RU-ZE").path == "ruritania/strelsau"
    assert Region.objects.get(code="RU-ZE").source_id == "iso:RU-ST"
    live = set(Region.objects.values_list("path", flat=True))
    assert not live & set(RegionRedirect.objects.values_list("path", flat=True))


def test_a_move_by_the_gazetteer_into_what_an_editor_moved_inside_is_left_out(tmp_path: Path) -> None:
    zenda = Region.objects.get(source_id="iso:RU-ZE")
    zenda.parent = Region.objects.get(source_id="iso:RU-ST")
    zenda.save()
    reload(tmp_path, replace(PROVINCE, parent="iso:RU-ZE"))
    assert Region.objects.get(source_id="iso:RU-ST").full_name == "Strelsau · Ruritania"
    assert Region.objects.get(source_id="iso:RU-ZE").path == "ruritania/strelsau/zenda"


def test_a_removed_region_does_not_come_back(tmp_path: Path) -> None:
    town().delete()
    result = reload(tmp_path, replace(TOWN, population=200))
    assert (result.left_out, result.created) == (1, 0)
    assert not Region.objects.filter(source_id="geonames:1").exists()


def test_regions_removed_together_do_not_come_back(tmp_path: Path) -> None:
    Region.objects.filter(source_id__in=["geonames:1", "iso:RU-ZE"]).delete()
    reload(tmp_path, replace(TOWN, population=200))
    assert set(Region.objects.values_list("source_id", flat=True)) == {"iso:RU", "iso:RU-ST"}


def test_what_the_gazetteer_puts_inside_a_removed_region_is_left_out(tmp_path: Path) -> None:
    town().delete()
    result = reload(tmp_path, record("gbt2260:7", "Old Town", "geonames:1"))
    assert (result.created, result.left_out) == (0, 2)


def test_a_region_that_the_gazetteer_no_longer_has_stays(tmp_path: Path) -> None:
    load(tmp_path, [COUNTRY, PROVINCE])
    assert town().path == "ruritania/strelsau/hentzau"


def names() -> set[str]:
    return set(RegionName.objects.filter(region=town()).values_list("name", flat=True))


def test_names_are_merged_one_by_one(tmp_path: Path) -> None:
    town().names.create(name="Schloss Hentzau", language="de")
    town().names.get(name="Hentz").delete()
    newer = [Name("en", "short", "Hentzau"), Name("en", "alias", "Hentz"), Name("zh", "short", "亨措")]
    result = reload(tmp_path, replace(TOWN, names=tuple(newer)))
    assert names() == {"Hentzau", "Schloss Hentzau", "亨措"}
    assert result.names == 1


def test_a_name_that_the_gazetteer_drops_goes(tmp_path: Path) -> None:
    reload(tmp_path, replace(TOWN, names=(Name("en", "short", "Hentzau"),)))
    assert names() == {"Hentzau"}


def test_a_name_that_an_editor_had_added_before_the_gazetteer_is_there_once(tmp_path: Path) -> None:
    town().names.create(name="亨措", language="zh", kind="short")
    reload(tmp_path, replace(TOWN, names=(*TOWN.names, Name("zh", "short", "亨措"))))
    assert RegionName.objects.filter(region=town(), name="亨措").count() == 1
