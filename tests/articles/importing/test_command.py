"""``manage.py importdigest``: JSON for programs, drafts for editors, many files at once."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from tests.factories import make_region

pytestmark = pytest.mark.django_db

TEXT = """Two laws

1. Freedonia
The parliament adopted a law in 2024.

2. Ruritania
The king signed a decree.
"""


@pytest.fixture
def digest(tmp_path: Path) -> str:
    make_region("Freedonia", code="FD")
    make_region("Ruritania")
    path = tmp_path / "digest.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def run(*args: str) -> str:
    out = StringIO()
    call_command("importdigest", *args, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_json_saves_nothing(digest: str) -> None:
    result = json.loads(run(digest, "--format", "json"))
    assert [(item["number"], item["region"], item["region_code"]) for item in result["items"]] == [
        (1, "freedonia", "FD"),
        (2, "ruritania", None),
    ]
    assert not Article.objects.exists()


def test_several_files_give_a_line_of_json_each(digest: str) -> None:
    lines = run(digest, digest, "--format", "json").splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Two laws", "Two laws"]


def test_a_draft_is_saved_once_and_its_address_printed(digest: str) -> None:
    first = run(digest)
    article = Article.objects.get()
    assert f"/admin/articles/article/{article.pk}/change/" in first
    assert "imported before" in run(digest)
    assert Article.objects.count() == 1
    run(digest, "--again")
    assert Article.objects.count() == 2


def test_a_file_that_cannot_be_imported_does_not_stop_the_others(digest: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(CommandError, match="2 of 3 files"):
        run(str(empty), str(tmp_path / "absent.txt"), digest)
    assert Article.objects.count() == 1
