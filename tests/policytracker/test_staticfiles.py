from pathlib import Path

import pytest

from policytracker import staticfiles


@pytest.fixture
def folder(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of static sources of our own, and places for the copies and the stamp."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "site.css").write_text("body { color: black }\n" * 100)
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [sources]
    settings.STATIC_ROOT = str(tmp_path / "collected")
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    monkeypatch.setattr(staticfiles, "STAMP", tmp_path / "var" / "stamp")
    return sources


def test_nothing_is_collected_at_first(folder: Path) -> None:
    assert not staticfiles.is_collected()


def test_what_was_collected_need_not_be_again(folder: Path, tmp_path: Path) -> None:
    staticfiles.collect()
    assert staticfiles.is_collected()
    copies = {path.name for path in (tmp_path / "collected").iterdir()}
    assert {"site.css", "site.css.gz", "staticfiles.json"} <= copies


def test_a_changed_source_is_noticed(folder: Path) -> None:
    staticfiles.collect()
    (folder / "site.css").write_text("body { color: navy }")
    assert not staticfiles.is_collected()


def test_a_new_source_is_noticed(folder: Path) -> None:
    staticfiles.collect()
    (folder / "vote.js").write_text("")
    assert not staticfiles.is_collected()


def test_copies_that_were_deleted_are_noticed(folder: Path, tmp_path: Path) -> None:
    staticfiles.collect()
    (tmp_path / "collected" / "staticfiles.json").unlink()
    assert not staticfiles.is_collected()
