"""Every kind of page under axe-core: WCAG 2.2 AA, on a phone and a desk, light and dark. FAULTS W01."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
READING = ("home", "digest", "post", "hostile", "item", "regions", "region", "topics", "topic")
PAGES = (*READING, "thanks", "missing", "gone")
WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_has_no_violation(open_browser: OpenBrowser, site: RunningSite, name: str) -> None:
    page = open_browser()
    page.goto(site.page(name))
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found[width, scheme] = violations(page)
    assert {variant: faults for variant, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", ["article/add/", "article/{digest}/change/"])
def test_the_editors_form_has_no_violation(desk: Page, site: RunningSite, path: str) -> None:
    desk.goto(f"{site.url}/admin/articles/{path.format(digest=site.world['digest'])}")
    assert violations(desk) == []
