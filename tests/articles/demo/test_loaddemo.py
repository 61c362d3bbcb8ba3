"""``manage.py loaddemo`` as somebody at a terminal sees it."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from pytest_django import Settings

from articles.models import Article
from tests.articles.demo.world import make_regions_of_the_demo

pytestmark = pytest.mark.django_db


def loaddemo() -> str:
    output = StringIO()
    call_command("loaddemo", stdout=output)
    return output.getvalue()


def test_it_says_what_it_made(settings: Settings) -> None:
    settings.DEMO = True
    settings.DEMO_PASSWORDS = {"editor": "ink-and-paper-1", "writer": "pen-and-pencil-2"}
    make_regions_of_the_demo()
    first, again = loaddemo(), loaddemo()
    count = Article.objects.count()
    assert f"Demo articles: {count} loaded, 0 kept." in first
    assert f"Demo articles: 0 loaded, {count} kept." in again
    assert "Account editor (Editors): ready" in first
    assert "Account" not in again
    assert "ink-and-paper-1" not in first


def test_it_makes_nothing_at_all_without_regions() -> None:
    with pytest.raises(CommandError, match="There are no regions yet. Run `manage.py loadregions`"):
        loaddemo()
    assert not Article.objects.exists()
    assert not Group.objects.exists()


def test_it_says_that_there_are_no_accounts_outside_a_demo(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DEMO = False
    monkeypatch.setattr("articles.demo.loading.read_all", list)
    assert "No accounts made: DEMO is off." in loaddemo()
