"""Every kind of page under axe-core: WCAG 2.2 AA, on a phone and a desk, light and dark. FAULTS W01."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.browser.refusals import REFUSALS, open_page
from tests.running_site import RunningSite

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
READING = (
    "home",
    "digest",
    "chinese",
    "post",
    "foreign",
    "hostile",
    "item",
    "regions",
    "region",
    "topics",
    "topic",
    "topic items",
    "series",
    "terms",
)
PAGES = (*READING, "thanks", "missing", "gone", *REFUSALS)
DESK = (
    "articles/article/",
    "articles/article/add/",
    "articles/article/{digest}/change/",
    "articles/policyitem/",
    "articles/policyitem/{item}/change/",
    "articles/topic/",
    "regions/region/",
    "regions/region/{region}/change/",
)
WIDTHS = (320, 1440)
SCHEMES = ("light", "dark")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_has_no_violation(open_browser: OpenBrowser, site: RunningSite, name: str) -> None:
    page = open_browser()
    open_page(page, site, name)
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found[width, scheme] = violations(page)
    assert {variant: faults for variant, faults in found.items() if faults} == {}


@pytest.mark.parametrize("path", DESK)
def test_a_page_of_the_desk_has_no_violation(desk: Page, site: RunningSite, path: str) -> None:
    found = {}
    for scheme in SCHEMES:
        desk.emulate_media(color_scheme=scheme)  # before the page opens: links fade into another colour
        response = desk.goto(f"{site.url}/admin/{path.format(**site.world)}")
        assert response is not None
        assert response.status == 200
        desk.wait_for_load_state("networkidle")  # until its font is there, axe takes an icon for pale text
        found[scheme] = violations(desk)
    assert {scheme: faults for scheme, faults in found.items() if faults} == {}
