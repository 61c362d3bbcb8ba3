"""The public stylesheet: written in parts, served as one file."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import storages
from django.core.management import call_command
from pytest_django import Settings

from policytracker.env import BASE_DIR

SHEETS = BASE_DIR / "static" / "css"
FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]


@pytest.mark.parametrize("times", [1, 2])
def test_what_a_sheet_imports_is_inside_the_collected_file(
    tmp_path: Path, settings: Settings, times: int
) -> None:
    settings.STATIC_ROOT, settings.STATICFILES_FINDERS = str(tmp_path), FINDERS
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "policytracker.stylesheets.OneSheetStorage"}
    }
    for _ in range(times):
        call_command("collectstatic", interactive=False, verbosity=0)
    served = (tmp_path / storages["staticfiles"].stored_name("css/site.css")).read_text()
    assert "@import" not in served
    for part in (SHEETS / "site").glob("*.css"):
        assert part.read_text() in served
    assert list(tmp_path.glob("css/site.*.css.gz"))


def test_every_part_is_imported_once() -> None:
    imported = re.findall(r'@import "site/([\w-]+\.css)";', (SHEETS / "site.css").read_text())
    assert sorted(imported) == sorted(part.name for part in (SHEETS / "site").glob("*.css"))


def test_a_part_that_imports_stops_the_collection(tmp_path: Path, settings: Settings) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "whole.css").write_text('@import "part.css";\n')
    (sources / "part.css").write_text('@import "nested.css";\n')
    (sources / "nested.css").write_text("p {}\n")
    settings.STATICFILES_DIRS, settings.STATICFILES_FINDERS = [sources], FINDERS
    settings.STATIC_ROOT = str(tmp_path / "collected")
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "policytracker.stylesheets.OneSheetStorage"}
    }
    with pytest.raises(ImproperlyConfigured, match=r"part\.css is part of a stylesheet"):
        call_command("collectstatic", interactive=False, verbosity=0)
