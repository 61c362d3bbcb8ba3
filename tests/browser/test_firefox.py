"""Votes in Firefox: its headers, its cookies, its forms; with and without JavaScript."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.firefox import Firefox
from tests.conftest import unavailable
from tests.running_site import RunningSite
from tests.surroundings import find_firefox

MAKE = """
from tests.factories import make_article
article = make_article("Read in Firefox")
print(article.pk, article.get_absolute_url())
"""
STORED = """
from articles.models import HelpfulVote
print(list(HelpfulVote.objects.filter(article={}).values_list("helpful", "reason", "comment")))
"""

OpenFirefox = Callable[..., Firefox]


@pytest.fixture
def open_firefox(tmp_path: Path) -> Iterator[OpenFirefox]:
    """Open a Firefox: ``open_firefox(scripts=False)`` for one without JavaScript."""
    path = find_firefox()
    if path is None:
        unavailable("no Firefox is installed")
    opened: list[Firefox] = []

    def open_one(**options: Any) -> Firefox:
        opened.append(Firefox(str(path), tmp_path, **options))
        return opened[-1]

    yield open_one
    for firefox in opened:
        firefox.stop()


def test_without_javascript_a_reader_votes_explains_changes_and_withdraws(
    open_firefox: OpenFirefox, site: RunningSite
) -> None:
    article, path = site.shell(MAKE).split()
    firefox = open_firefox(scripts=False)
    firefox.open(site.url + path)
    firefox.press("Yes")
    firefox.find("1 out of 1 found this helpful")
    assert firefox.address == f"{site.url}/vote/{article}/thanks/"
    firefox.click("[name=reason][value=complete]")
    firefox.write("textarea", "Nothing is missing.")
    firefox.press("Send")
    firefox.find("Send again", "button")
    assert site.shell(STORED.format(article)).strip() == "[(True, 'complete', 'Nothing is missing.')]"
    firefox.press("Change it to No")
    firefox.find("0 out of 1 found this helpful")
    firefox.press("Withdraw my vote")
    firefox.find("No votes yet")
    firefox.press("Back to the article")
    firefox.find("Was this article helpful?")
    assert firefox.address == f"{site.url}{path}#helpful"


def test_with_javascript_a_reader_votes_explains_and_withdraws_in_place(
    open_firefox: OpenFirefox, site: RunningSite
) -> None:
    article, path = site.shell(MAKE).split()
    firefox = open_firefox()
    firefox.open(site.url + path)
    firefox.press("No")
    firefox.find("0 out of 1 found this helpful")
    firefox.click("[name=reason][value=incomplete]")
    firefox.press("Send")
    firefox.find("Thank you. The editors will read it.")
    assert site.shell(STORED.format(article)).strip() == "[(False, 'incomplete', '')]"
    firefox.open(site.url + path)
    firefox.select("button[value=no][aria-pressed=true]")
    firefox.press("Withdraw my vote")
    firefox.find("No votes yet")
    assert firefox.address == site.url + path
