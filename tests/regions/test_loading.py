"""Loading a gazetteer file into an empty database, and again into a full one."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regions.choices import NameKind
from regions.gazetteer.load import load_gazetteer
from regions.gazetteer.records import GazetteerFileError, Name
from regions.models import GazetteerLoad, Region, RegionName, RegionRedirect, RemovedRegion
from tests.factories import make_region
from tests.regions.gazetteer_files import load, record

pytestmark = pytest.mark.django_db

CHINA = record("iso:CN", "China", code="CN", names=[Name("zh", "short", "中国")])
JILIN = record("iso:CN-JL", "Jilin", "iso:CN", code="CN-JL", kind="subdivision")
JILIN_CITY = record("geonames:2036502", "Jilin City", "iso:CN-JL", population=1_881_977)
HONG_KONG = record("iso:HK", "Hong Kong", code="HK", territory_of="iso:CN")
KOWLOON = record("geonames:1819609", "Kowloon", "iso:HK")
WORLD = [HONG_KONG, KOWLOON, CHINA, JILIN, JILIN_CITY]


def paths() -> list[str]:
    return list(Region.objects.order_by("path").values_list("path", flat=True))


def test_regions_stand_at_their_paths(tmp_path: Path) -> None:
    result = load(tmp_path, WORLD)
    assert (result.created, result.names) == (5, 6)
    assert paths() == ["china", "china/jilin", "china/jilin/jilin-city", "hong-kong", "hong-kong/kowloon"]
    city = Region.objects.with_parents().get(source_id="geonames:2036502")
    assert (city.full_name, city.depth, city.kind) == ("Jilin City · Jilin · China", 2, "city")
    assert city.population == 1_881_977


def test_names_are_stored_as_they_are_compared(tmp_path: Path) -> None:
    load(tmp_path, [record("geonames:1", "São Paulo", names=[Name("zh", "alias", "圣保罗")])])
    assert set(RegionName.objects.values_list("folded", "language")) == {
        ("sao paulo", "en"),
        ("圣保罗", "zh"),
    }


def test_territories_hang_on_their_sovereign_where_the_setting_says_so(tmp_path: Path) -> None:
    load(tmp_path, WORLD, territories="sovereign")
    assert [path for path in paths() if "hong-kong" in path] == ["china/hong-kong", "china/hong-kong/kowloon"]


def test_another_setting_moves_the_territories_and_leaves_redirects(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    result = load(tmp_path, WORLD, territories="sovereign")
    assert result.moved == 2
    assert Region.objects.get(code="HK").path == "china/hong-kong"
    assert RegionRedirect.objects.get(path="hong-kong/kowloon").region.path == "china/hong-kong/kowloon"
    load(tmp_path, WORLD, territories="top")
    assert Region.objects.get(code="HK").path == "hong-kong"
    assert set(RegionRedirect.objects.values_list("path", flat=True)) == {
        "china/hong-kong",
        "china/hong-kong/kowloon",
    }


def test_the_same_file_is_not_read_twice(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert load(tmp_path, WORLD).skipped
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert GazetteerLoad.objects.count() == 1


def rows() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (Region, RegionName, RegionRedirect)]


def test_a_forced_second_load_changes_nothing(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    before = rows()
    result = load(tmp_path, WORLD, force=True)
    assert (result.created, result.changed, result.names) == (0, 0, 0)
    assert rows() == before


def test_a_file_is_loaded_again_into_an_emptied_table(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    for region in Region.objects.order_by("-depth"):
        region.delete()
    RemovedRegion.objects.all().delete()
    assert load(tmp_path, WORLD).created == 5


def test_a_damaged_file_leaves_the_database_alone(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b rubbish")
    with pytest.raises(GazetteerFileError, match="damaged"):
        load_gazetteer("top", path=tmp_path / "broken.gz")
    assert len(paths()) == 5


def test_a_new_region_gives_way_to_one_that_has_its_path(tmp_path: Path) -> None:
    make_region("Georgia")
    load(tmp_path, [record("iso:GE", "Georgia"), record("geonames:9", "Georgia")])
    assert paths() == ["georgia", "georgia-9", "georgia-ge"]


def test_a_code_stays_with_the_region_that_an_editor_gave_it(tmp_path: Path) -> None:
    own = make_region("Middle Kingdom", code="CN")
    load(tmp_path, WORLD)
    assert Region.objects.get(code="CN") == own
    assert Region.objects.get(source_id="iso:CN").code is None


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    load(tmp_path, WORLD, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5, 5)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_every_region_is_found_under_its_own_name(tmp_path: Path) -> None:
    load(tmp_path, WORLD)
    for region in Region.objects.all():
        assert region.names.filter(name=region.name, kind=NameKind.SHORT).exists()
