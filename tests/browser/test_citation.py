"""The citation in a browser: copied by a button with JavaScript, selected by hand without."""

import pytest

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite


@pytest.mark.parametrize("name", ["digest", "item"])
def test_a_button_copies_it_and_says_so(open_browser: OpenBrowser, site: RunningSite, name: str) -> None:
    page = open_browser()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page.goto(site.page(name))
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").filter(has_text="Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".cite-text").inner_text()
    assert page.evaluate("window.faults") == []


def test_where_the_browser_does_not_allow_it_the_text_is_selected(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException())")
    page.goto(site.page("item"))
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").filter(has_text="copy it by hand").wait_for()
    assert page.evaluate("getSelection().toString()").strip() == page.locator(".cite-text").inner_text()


def test_without_javascript_there_is_the_text_and_no_button(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(site.page("item"))
    assert page.locator(".cite-text").is_visible()
    assert page.locator(".cite button").count() == 0
