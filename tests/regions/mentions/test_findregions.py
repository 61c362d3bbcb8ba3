"""``manage.py findregions``."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from regions.models import Region, RegionName
from tests.factories import make_region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _regions() -> None:
    country = make_region("Freedonia", code="FD")
    RegionName.objects.create(region=country, name="自由国", language="zh")
    make_region("Sylvania", country)


def run(*arguments: str) -> list[Any]:
    output = io.StringIO()
    call_command("findregions", *arguments, stdout=output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


def written(folder: Path, data: bytes) -> str:
    path = folder / "text.txt"
    path.write_bytes(data)
    return str(path)


def test_it_prints_where_each_region_stands(tmp_path: Path) -> None:
    file = written(tmp_path, "“Sylvania, Freedonia”\r\n自由国".encode())
    assert run(file) == [
        [
            {"start": 1, "end": 9, "text": "Sylvania", "region": "freedonia/sylvania", "region_code": None}
            | {"confidence": 1.0},
            {"start": 11, "end": 20, "text": "Freedonia", "region": "freedonia", "region_code": "FD"}
            | {"confidence": 1.0},
            {"start": 23, "end": 26, "text": "自由国", "region": "freedonia", "region_code": "FD"}
            | {"confidence": 1.0},
        ]
    ]


def test_each_line_is_a_text_of_its_own(tmp_path: Path) -> None:
    file = written(tmp_path, "Freedonia\r\n\nnothing\n  自由国\n".encode())
    lines = run(file, "--lines")
    places = [[(found["start"], found["end"]) for found in line] for line in lines]
    assert places == [[(0, 9)], [], [], [(2, 5)]]


def test_it_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("自由国".encode())))
    assert [found["region"] for found in run("-")[0]] == ["freedonia"]


@pytest.mark.parametrize("options", [[], ["--lines"]])
def test_an_empty_text_has_no_regions(tmp_path: Path, options: list[str]) -> None:
    assert run(written(tmp_path, b""), *options) == ([] if options else [[]])


def test_it_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="missing.txt can't be read: No such file"):
        run(str(tmp_path / "missing.txt"))
    with pytest.raises(CommandError, match=r"no text in UTF-8 \(byte 0\)"):
        run(written(tmp_path, b"\xff\xfe"))


def test_it_says_what_to_do_where_no_regions_are_loaded(tmp_path: Path) -> None:
    for path in ("freedonia/sylvania", "freedonia"):
        Region.objects.get(path=path).delete()
    with pytest.raises(CommandError, match="manage.py loadregions"):
        run(written(tmp_path, b"Freedonia"))
