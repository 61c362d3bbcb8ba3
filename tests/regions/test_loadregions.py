"""The command, with the file that the product ships."""

import io
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regions.gazetteer import load
from regions.gazetteer.records import write_records
from regions.models import Region, RegionName
from tests.regions.gazetteer_files import record

pytestmark = pytest.mark.django_db


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_whole_gazetteer_is_loaded_once() -> None:
    out, err = io.StringIO(), io.StringIO()
    with CaptureQueriesContext(connection) as captured:
        call_command("loadregions", stdout=out, stderr=err)
    counted = [query["sql"] for query in captured if query["sql"].startswith("ANALYZE")]
    assert counted == ['ANALYZE "regions_region"', 'ANALYZE "regions_regionname"']
    assert "new" in out.getvalue()
    assert err.getvalue() == ""
    assert Region.objects.count() > 40_000
    assert RegionName.objects.count() > 80_000
    assert (
        Region.objects.with_parents().get(path="china/jilin/jilin-city").full_name
        == "Jilin City · Jilin · China"
    )
    again = io.StringIO()
    call_command("loadregions", stdout=again)
    assert again.getvalue() == ""


def test_a_terminal_sees_the_progress(small_file: Path) -> None:
    err = Terminal()
    call_command("loadregions", stdout=io.StringIO(), stderr=err)
    assert "loading regions: 1 of 1" in err.getvalue()


def test_a_missing_file_ends_the_command_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(load.load_gazetteer.__kwdefaults__, "path", tmp_path / "absent.gz")
    with pytest.raises(CommandError, match=r"absent\.gz .*Restore it from the repository"):
        call_command("loadregions")


def test_the_setting_says_where_territories_hang(small_file: Path, settings: LazySettings) -> None:
    settings.REGIONS_TERRITORIES = "sovereign"
    call_command("loadregions", stdout=io.StringIO())
    settings.REGIONS_TERRITORIES = "top"
    out = io.StringIO()
    call_command("loadregions", stdout=out)
    assert "0 new" in out.getvalue()


@pytest.fixture
def small_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "small.gz"
    write_records([record("iso:CN", "China")], path)
    monkeypatch.setitem(load.load_gazetteer.__kwdefaults__, "path", path)
    return path
