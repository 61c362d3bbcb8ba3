"""The public stylesheet: written in parts, served as one file."""

import re
from pathlib import Path

import pytest
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
