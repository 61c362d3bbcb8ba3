"""Small windows and wide spacing lose nothing. FAULTS W03; WCAG 2.2 SC 1.4.10 and 1.4.12."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.browser.refusals import open_page
from tests.browser.test_accessibility import PAGES
from tests.running_site import RunningSite

NARROWEST = 320  # CSS pixels: a window of 1280 at 400%

SPACE_OUT = """
    () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
            * {
                letter-spacing: 0.12em !important;
                line-height: 1.5 !important;
                word-spacing: 0.16em !important;
            }
            p { margin-bottom: 2em !important }
        `);
        document.adoptedStyleSheets = [sheet];
    }
"""
TOO_WIDE = """
    () => [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .filter((element) => !element.closest(".unseen, [tabindex='0']"))
        .map((element) => element.outerHTML.slice(0, 120))
"""
CUT_OFF = """
    () => [...document.querySelectorAll("main *")]
        .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowY))
        .filter((element) => element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 1)
        .map((element) => element.outerHTML.slice(0, 120))
"""


def lost(page: Page) -> list[str]:
    scrolls = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    sideways = ["the page scrolls sideways"] if scrolls else []
    return sideways + page.evaluate(TOO_WIDE) + page.evaluate(CUT_OFF)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_at_the_narrowest_or_with_wide_spacing(
    open_browser: OpenBrowser, site: RunningSite, name: str
) -> None:
    page = open_browser(width=NARROWEST)
    open_page(page, site, name)
    assert lost(page) == []
    page.evaluate(SPACE_OUT)
    assert lost(page) == []
    page.set_viewport_size({"width": 1440, "height": 900})
    assert lost(page) == []
