"""The keyboard alone: every control is reached, seen when it has the focus, and large enough. FAULTS W02."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite

MOST_STOPS = 120
TARGET = 24  # CSS pixels, WCAG 2.2 SC 2.5.8

# Of the element with the focus: what it is, how it shows the focus, whether something lies over it.
FOCUSED = """
    () => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const box = element.getClientRects()[0];
        const style = getComputedStyle(element);
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return {
            name: `${element.tagName} ${(element.textContent || element.name || "").trim().slice(0, 40)}`,
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            covered: !(top && (element.contains(top) || top.contains(element))),
        };
    }
"""

# The targets that are smaller than they should be: neither large enough, nor a link in running text, nor
# so far from the next one that a circle of that size around each would not meet it.
SMALL_TARGETS = """
    (size) => {
        const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
            .map((element) => ({ element, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 1 && box.height > 1);
        const isSmall = ({ box }) => Math.min(box.width, box.height) < size;
        const isInText = ({ element }) => getComputedStyle(element).display === "inline"
            && element.parentElement.textContent.trim() !== element.textContent.trim();
        const gap = (one, other) => {
            const [x, y] = [one.box.left + one.box.width / 2, one.box.top + one.box.height / 2];
            const aside = Math.max(other.box.left - x, 0, x - other.box.right);
            const above = Math.max(other.box.top - y, 0, y - other.box.bottom);
            return Math.hypot(aside, above);
        };
        return targets
            .filter((target) => isSmall(target) && !isInText(target))
            .filter((target) => targets.some((other) => other !== target && gap(target, other) < size / 2))
            .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`);
    }
"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page; return what had the focus, in order."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("name", ["home", "digest", "regions", "region", "thanks"])
@pytest.mark.parametrize("width", [390, 1440])
def test_focus_is_visible_on_everything_and_targets_are_large(
    open_browser: OpenBrowser, site: RunningSite, name: str, width: int
) -> None:
    page = open_browser(width=width, reduced_motion="reduce")
    page.goto(site.page(name))
    assert page.evaluate(SMALL_TARGETS, TARGET) == []
    stops = walk(page)
    assert len(stops) >= 5
    assert [stop for stop in stops if not stop["outlined"] or stop["covered"]] == []


def test_the_first_stop_leads_past_the_menu(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    page.goto(site.page("digest"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_a_vote_needs_no_mouse(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    page.goto(site.url + site.world["posts"][1]["path"])
    page.get_by_role("button", name="Yes").focus()
    page.keyboard.press("Enter")
    page.get_by_text("1 out of 1 found this helpful").wait_for()


def test_logging_in_needs_no_puzzle(open_browser: OpenBrowser, site: RunningSite) -> None:
    page = open_browser()
    page.goto(f"{site.url}/admin/login/")
    fields = page.locator("#login-form input:visible:not([type=submit])")
    kinds = fields.evaluate_all("(inputs) => inputs.map((input) => input.autocomplete)")
    assert kinds == ["username", "current-password"]  # which password managers fill in
