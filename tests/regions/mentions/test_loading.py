"""The index of the process follows the database."""

from pathlib import Path

import pytest
from django.db import transaction

from regions.mentions import find, load_index
from regions.models import Region, RegionName
from tests.factories import make_region
from tests.regions.gazetteer_files import load, record

pytestmark = pytest.mark.django_db


def paths(text: str) -> list[str]:
    return [mention.path for mention in find(text)]


def test_an_editors_region_is_found_at_once() -> None:
    assert paths("In Freedonia all is well.") == []
    make_region("Freedonia")
    assert paths("In Freedonia all is well.") == ["freedonia"]


def test_a_new_name_is_found_and_a_deleted_one_no_more() -> None:
    region = make_region("Freedonia")
    name = RegionName.objects.create(region=region, name="自由国", language="zh")
    assert paths("自由国") == ["freedonia"]
    name.delete()
    assert paths("自由国") == []


def test_a_changed_name_is_found_as_it_is_now() -> None:
    name = RegionName.objects.create(region=make_region("Freedonia"), name="Fredonya", language="en")
    assert paths("Fredonya") == ["freedonia"]
    name.name = "Libertonia"
    name.save()
    assert (paths("Fredonya"), paths("Libertonia")) == ([], ["freedonia"])


def test_a_moved_region_is_found_at_its_new_place() -> None:
    region = make_region("Freedonia")
    assert paths("Freedonia") == ["freedonia"]
    region.parent = make_region("Ruritania")
    region.save()
    assert paths("Freedonia") == ["ruritania/freedonia"]


@pytest.mark.parametrize("in_bulk", [True, False])
def test_a_deleted_region_is_found_no_more(in_bulk: bool) -> None:
    region = make_region("Freedonia")
    assert paths("Freedonia") == ["freedonia"]
    if in_bulk:
        Region.objects.filter(pk=region.pk).delete()
    else:
        region.delete()
    assert paths("Freedonia") == []


def test_what_is_rolled_back_is_not_found() -> None:
    with transaction.atomic():
        make_region("Freedonia")
        assert paths("Freedonia") == ["freedonia"]
        transaction.set_rollback(True)
    assert paths("Freedonia") == []


def test_a_loaded_gazetteer_is_found(tmp_path: Path) -> None:
    assert paths("Xanadu") == []
    load(tmp_path, [record("iso:XX", "Xanadu", code="XX")])
    assert paths("Xanadu") == ["xanadu"]


def test_acronyms_are_found_in_capitals_and_codes_not_at_all(tmp_path: Path) -> None:
    names = [("en", "short", "IXA"), ("", "code", "XX")]
    load(tmp_path, [record("iso:XX", "Xanadu", code="XX", names=names)])
    assert paths("In IXA, XX") == ["xanadu"]
    assert paths("Ixa and ixa") == []


def test_nothing_is_read_again_where_nothing_changed(django_assert_num_queries: object) -> None:
    make_region("Freedonia")
    index = load_index()
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert load_index() is index
    with django_assert_num_queries(0):  # type: ignore[operator]
        find("Freedonia", index=index)
