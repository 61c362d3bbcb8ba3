"""Chromium, and pages of the running site opened in it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import unavailable
from tests.running_site import RunningSite
from tests.surroundings import find_chromium
from tests.world import EDITOR

QUIET = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync
"""

# Whatever a page does that its policy forbids, and whatever runs that should not.
WATCH = """
    window.faults = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.faults.push(`${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Chromium."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, headless."""
    path = find_chromium()
    if path is None:
        unavailable("no Chromium is installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        browser.close()


OpenBrowser = Callable[..., Page]


@pytest.fixture
def open_browser(chromium: Browser) -> Iterator[OpenBrowser]:
    """Open a fresh browser window, without cookies: ``open_browser(width=390, color_scheme="dark")``."""
    contexts: list[BrowserContext] = []

    def open_one(width: int = 1440, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(10_000)
        context.add_init_script(WATCH)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def editors_cookies(chromium: Browser, site: RunningSite) -> list[Any]:
    """The cookies of an editor who has logged in by the form."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{site.url}/admin/login/")
    page.get_by_label("Username").fill(EDITOR[0])
    page.get_by_label("Password").fill(EDITOR[1])
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{site.url}/admin/")
    cookies = context.cookies()
    context.close()
    return cookies


@pytest.fixture(scope="package")
def drafts(site: RunningSite) -> dict[str, int]:
    """Ids of digests that tests of the desk may write in, by their names in ``drafts.SIZES``."""
    made: dict[str, int] = json.loads(site.shell("from tests.browser import drafts; drafts.make()"))
    return made


@pytest.fixture(scope="package")
def used_browser(chromium: Browser, editors_cookies: list[Any]) -> Iterator[BrowserContext]:
    """A browser of an editor that forgets what was typed, but keeps the scripts of the desk in its cache."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(10_000)
    context.add_init_script(WATCH)
    context.add_init_script("localStorage.clear()")
    context.add_cookies(editors_cookies)
    yield context
    context.close()


@pytest.fixture
def used_desk(used_browser: BrowserContext) -> Iterator[Page]:
    """A window of that browser: many tests of one page are done in it in half of the time."""
    page = used_browser.new_page()
    yield page
    page.close()


@pytest.fixture
def desk(open_browser: OpenBrowser, editors_cookies: list[Any]) -> Page:
    """A browser window of an editor who is logged in."""
    page = open_browser()
    page.context.add_cookies(editors_cookies)
    return page
