"""Hostile text in every field, shown to readers and to editors: nothing of it runs. FAULTS S01, S03."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Dialog, Page

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite

PUBLIC = "/", "/articles/hostile/", "/topics/", "/regions/"
EDITORS = (
    "articles/article/",
    "articles/article/?q=script",
    "articles/article/{hostile}/change/",
    "articles/article/{hostile}/history/",
    "articles/article/{hostile_draft}/delete/",
    "articles/topic/",
    "regions/region/",
)
HANDLERS = """
    () => [...document.querySelectorAll("*")]
        .flatMap((element) => [...element.attributes])
        .filter((attribute) => attribute.name.startsWith("on"))
        .map((attribute) => `${attribute.ownerElement.tagName} ${attribute.name}`)
"""

# Time for what a page's own scripts start, and for the browser to report what it stopped.
TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@contextmanager
def faults_noted(page: Page) -> Iterator[list[str]]:
    """Note every dialog, script error and violation of the content security policy."""
    faults: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: faults.append(f"a script failed: {error}"))
    page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text else None)
    yield faults


def visit(page: Page, address: str) -> list[str]:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    page.evaluate(TWO_FRAMES)
    return [f"{address}: {fault}" for fault in page.evaluate("window.faults") + page.evaluate(HANDLERS)]


def test_nothing_runs_in_a_readers_browser(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    with faults_noted(page) as faults:
        for path in (*PUBLIC, f"/vote/{site.world['hostile']}/thanks/"):
            faults += visit(page, site.url + path)
    assert faults == []


def test_nothing_runs_in_an_editors_browser(desk: Page, site: RunningSite) -> None:
    with faults_noted(desk) as faults:
        for path in EDITORS:
            faults += visit(desk, f"{site.url}/admin/{path.format(**site.world)}")
    assert faults == []
