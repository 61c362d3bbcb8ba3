import gzip
from pathlib import Path

import pytest

from regions.gazetteer.records import GazetteerFileError, digest_of, read_records, write_records
from tests.regions.gazetteer_files import record

RECORDS = [record("iso:CN", "China", code="CN", population=7), record("geonames:1", "Bǎi 'ān", "iso:CN")]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path / "file.gz")
    assert read_records(tmp_path / "file.gz") == RECORDS


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    write_records(RECORDS, tmp_path / "one.gz")
    write_records(iter(RECORDS), tmp_path / "two.gz")
    assert digest_of(tmp_path / "one.gz") == digest_of(tmp_path / "two.gz")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerFileError, match=r"absent.gz .*Restore it from the repository"):
        digest_of(tmp_path / "absent.gz")
    with pytest.raises(GazetteerFileError, match=r"absent.gz is missing"):
        read_records(tmp_path / "absent.gz")


@pytest.mark.parametrize("kept", [0, 10, -5])
def test_a_cut_off_file_is_refused(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "cut.gz"
    write_records(RECORDS, path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(GazetteerFileError, match="damaged"):
        read_records(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "damaged"),
        ("no json\n", "damaged"),
        ('{"format": 1, "regions": 1}\n[1, 2]\n', "damaged"),
        ('{"format": 1, "regions": 3}\n', "incomplete"),
        ('{"format": 99, "regions": 0}\n', "format"),
        ("[]\n", "format"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "other.gz"
    path.write_bytes(gzip.compress(text.encode()))
    with pytest.raises(GazetteerFileError, match=message):
        read_records(path)


def test_a_region_before_its_parent_is_refused(tmp_path: Path) -> None:
    write_records(RECORDS[::-1], tmp_path / "upside-down.gz")
    with pytest.raises(GazetteerFileError, match="geonames:1 lacks its parent"):
        read_records(tmp_path / "upside-down.gz")
