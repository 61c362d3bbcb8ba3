"""The preview in a browser: wide and narrow as readers will see it, and shared by a link. FAULTS A03, W01."""

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.browser.test_accessibility import SCHEMES, violations
from tests.browser.test_keyboard import SMALL_TARGETS, TARGET, walk
from tests.browser.test_reflow import NARROWEST, lost
from tests.running_site import RunningSite

PHONE = 390  # CSS pixels
WIDTHS = ("", "?width=narrow")

# Tag, place inside the main part, and size of everything in it but the votes.
LAYOUT = """
    () => {
        const main = document.querySelector("main");
        const origin = main.getBoundingClientRect();
        main.querySelector("#helpful").remove();
        return [...main.querySelectorAll("*:not(script)")].map((element) => {
            const box = element.getBoundingClientRect();
            const sizes = [box.left - origin.left, box.top - origin.top, box.width, box.height];
            return `${element.tagName} ${sizes.map((size) => size.toFixed(1)).join(" ")}`;
        });
    }
"""


def preview(site: RunningSite, article: str = "draft") -> str:
    return f"{site.url}/admin/articles/article/{site.world[article]}/preview/"


def shared_link(desk: Page, site: RunningSite) -> str:
    """Share the draft as an editor does, and return the address."""
    desk.goto(preview(site))
    if not desk.locator(".share[open]").count():
        desk.get_by_text("Share this preview").click()
    desk.get_by_label("For whom").fill("Lin Yueqing")
    desk.get_by_role("button", name="Create a link").click()
    desk.get_by_text("The new link is the first in the list.").wait_for()
    return desk.get_by_label("Address of link 1").first.input_value()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_preview_has_no_violation_and_breaks_no_policy(desk: Page, site: RunningSite, width: str) -> None:
    shared_link(desk, site)
    found = {}
    for article, scheme in product(("draft", "digest", "hostile"), SCHEMES):
        desk.emulate_media(color_scheme=scheme)
        desk.goto(preview(site, article) + width)
        if desk.locator(".share").count():
            desk.locator(".share summary").click()
        found[article, scheme] = violations(desk) + desk.evaluate("window.faults")
    assert {variant: faults for variant, faults in found.items() if faults} == {}


def test_the_shared_page_has_no_violation_and_leaves_no_cookie(
    desk: Page, open_browser: OpenBrowser, site: RunningSite
) -> None:
    address, page = shared_link(desk, site), open_browser()
    found = {}
    for width, scheme, size in product(WIDTHS, SCHEMES, (PHONE, 1440)):
        page.set_viewport_size({"width": size, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(address + width)
        found[width, scheme, size] = violations(page) + page.evaluate("window.faults")
    assert {variant: faults for variant, faults in found.items() if faults} == {}
    assert page.context.cookies() == []


@pytest.mark.parametrize(("query", "width"), [("?width=narrow", PHONE), ("", 1440)])
def test_everything_stands_where_it_stands_on_the_public_page(
    desk: Page, open_browser: OpenBrowser, site: RunningSite, query: str, width: int
) -> None:
    desk.goto(preview(site, "digest") + query)
    public = open_browser(width=width)
    public.goto(site.page("digest"))
    assert desk.evaluate(LAYOUT) == public.evaluate(LAYOUT)


def test_a_link_that_is_followed_does_not_tell_where_the_reader_came_from(
    desk: Page, open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser()
    page.goto(shared_link(desk, site))
    with page.expect_request("**/regions/") as request:
        page.get_by_role("link", name="Regions").click()
    assert "referer" not in request.value.all_headers()


def test_the_address_is_copied_and_the_link_revoked(
    desk: Page, open_browser: OpenBrowser, site: RunningSite
) -> None:
    address, page = shared_link(desk, site), open_browser()
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.get_by_role("button", name="Copy link 1", exact=True).click()
    desk.get_by_text("The address is copied.").wait_for()
    assert desk.evaluate("navigator.clipboard.readText()") == address
    assert page.goto(address).status == 200
    desk.get_by_role("button", name="Revoke link 1", exact=True).click()
    desk.get_by_text("The link no longer works.").wait_for()
    assert page.goto(address).status == 404


def test_where_copying_is_forbidden_the_address_is_selected(desk: Page, site: RunningSite) -> None:
    address = shared_link(desk, site)
    desk.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error() }; }")
    desk.get_by_role("button", name="Copy link 1", exact=True).click()
    desk.get_by_text("The address is selected").wait_for()
    assert desk.evaluate("document.activeElement.value") == address
    assert desk.evaluate("document.activeElement.selectionEnd") == len(address)


def test_sharing_and_revoking_need_no_mouse_and_no_script(
    open_browser: OpenBrowser, editors_cookies: list, site: RunningSite
) -> None:
    page = open_browser(java_script_enabled=False)
    page.context.add_cookies(editors_cookies)
    page.goto(preview(site))
    before = page.locator(".share-links > li").count()
    page.get_by_text("Share this preview").focus()
    page.keyboard.press("Enter")
    page.get_by_label("For whom").press("Enter")
    page.get_by_text("The new link is the first in the list.").wait_for()
    assert page.locator(".share-links > li").count() == before + 1
    assert not page.get_by_role("button", name="Copy link 1", exact=True).is_visible()
    page.get_by_role("button", name="Revoke link 1", exact=True).press("Enter")
    page.get_by_text("The link no longer works.").wait_for()
    assert page.locator(".share-links > li").count() == before


@pytest.mark.parametrize("width", WIDTHS)
def test_focus_is_visible_on_everything_and_nothing_is_lost(
    desk: Page, site: RunningSite, width: str
) -> None:
    shared_link(desk, site)
    desk.emulate_media(reduced_motion="reduce")
    desk.goto(preview(site) + width)
    desk.locator(".share summary").click()
    assert desk.evaluate(SMALL_TARGETS, TARGET) == []
    desk.locator("body").press("Home")
    assert [stop for stop in walk(desk) if not stop["outlined"] or stop["covered"]] == []
    desk.set_viewport_size({"width": NARROWEST, "height": 900})
    assert lost(desk) == []
