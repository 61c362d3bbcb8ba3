"""A digest's page at the desk, as a whole: axe, focus in sight, targets, no script. FAULTS W01, W02, W04."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.item_list import ItemList
from tests.browser.test_accessibility import SCHEMES, WIDTHS, violations
from tests.browser.test_keyboard import TARGET
from tests.running_site import RunningSite

WHOLE = 9000  # pixels, all of the page: a button that the bar half covers is too small a target for axe

# Of the element with the focus: whether the bar lies over any of it.
BEHIND_BAR = """
    () => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const bar = document.querySelector(".bar");
        const box = element.getBoundingClientRect();
        const hidden = !bar.contains(element) && box.bottom > bar.getBoundingClientRect().top + 1;
        return { name: element.outerHTML.slice(0, 90), hidden: hidden && box.height < 400 };
    }
"""
# Colours change by and by.
SETTLED = """
    () => document.getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .forEach((transition) => transition.finish())
"""
SMALL = """
    (size) => [...document.querySelectorAll(".items button, .items a, .items summary, .items select, .bar *")]
        .filter((element) => element.matches("button, a, summary, select, input"))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && Math.min(box.width, box.height) < size)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`)
"""


@pytest.fixture
def items(used_desk: Page, site: RunningSite, drafts: dict[str, int]) -> ItemList:
    return ItemList(used_desk, site, drafts["short"]).open()


def unfold_everything(items: ItemList) -> None:
    """Open what can be opened: fields, facts, an autocomplete's list; mark one item, add another."""
    items.page.get_by_role("button", name="Expand all").click()
    items.press("Borduria", "Delete")
    items.page.locator(".items details").evaluate_all(
        "all => all.forEach(details => { details.open = true })"
    )
    items.page.get_by_role("button", name="Add item", exact=True).click()
    expect(items.page.locator(".items-list .ProseMirror")).to_have_count(6)


@pytest.mark.parametrize("unfolded", [False, True], ids=["folded", "unfolded"])
def test_it_has_no_violation_at_any_width_light_and_dark(items: ItemList, unfolded: bool) -> None:
    if unfolded:
        unfold_everything(items)
    assert items.page.evaluate("window.faults") == []  # before axe, which adds styles of its own
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        items.page.set_viewport_size({"width": width, "height": WHOLE})
        items.page.emulate_media(color_scheme=scheme)
        items.page.evaluate(SETTLED)
        found[width, scheme] = violations(items.page)
    assert {variant: faults for variant, faults in found.items() if faults} == {}


@pytest.mark.parametrize("field", ["filed_under", "topics"])
def test_an_open_autocomplete_has_no_violation(items: ItemList, field: str) -> None:
    items.unfold("Arland")
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        items.page.set_viewport_size({"width": width, "height": WHOLE})
        items.page.emulate_media(color_scheme=scheme)
        items.item("Arland").locator(f".field-{field} .select2-search__field").click()
        items.page.keyboard.type("b")
        expect(items.page.locator(".select2-results__option[aria-selected]").first).to_be_visible()
        items.page.evaluate(SETTLED)
        faults = items.page.evaluate("window.faults") if not found else []  # axe adds styles of its own
        found[width, scheme] = faults + violations(items.page)
        items.page.keyboard.press("Escape")
    assert {variant: faults for variant, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bar_stays_in_sight_and_over_nothing_that_has_the_focus(items: ItemList, width: int) -> None:
    items.page.set_viewport_size({"width": width, "height": 600})
    items.unfold("Arland")
    items.page.locator("#id_title").focus()
    hidden = []
    for _ in range(90):
        items.page.keyboard.press("Tab")
        stop = items.page.evaluate(BEHIND_BAR)
        hidden += [stop["name"]] if stop and stop["hidden"] else []
    assert hidden == []
    expect(items.page.get_by_role("button", name="Save and continue")).to_be_in_viewport(ratio=1)
    for name in ("Preview", "History"):
        expect(items.page.locator(".bar").get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_large_enough_for_a_finger(items: ItemList, width: int) -> None:
    items.page.set_viewport_size({"width": width, "height": 900})
    unfold_everything(items)
    assert items.page.evaluate(SMALL, TARGET) == []


def test_nothing_is_wider_than_a_phone(items: ItemList) -> None:
    items.page.set_viewport_size({"width": 320, "height": 800})
    unfold_everything(items)
    assert items.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_items_can_be_skipped(items: ItemList) -> None:
    items.page.get_by_role("button", name="Expand all").focus()
    items.page.keyboard.press("Shift+Tab")
    items.page.keyboard.press("Enter")
    items.page.keyboard.press("Tab")
    focused = items.page.evaluate("document.activeElement.closest('.field-conclusion') !== null")
    assert focused


def test_without_scripts_it_is_one_plain_form(
    open_browser: OpenBrowser, editors_cookies: list[dict[str, object]], site: RunningSite,
    drafts: dict[str, int]
) -> None:  # fmt: skip
    page = open_browser(java_script_enabled=False)
    page.context.add_cookies(editors_cookies)  # type: ignore[arg-type]
    items = ItemList(page, site, drafts["plain"])
    page.goto(items.url)
    expect(page.locator(".items-list .item-fields:visible")).to_have_count(5)
    expect(page.locator(".item-tools:visible, .item-insert:visible, .items-add:visible")).to_have_count(0)
    items.item("Evallonia").get_by_label("Position").fill("0")
    items.item("Borduria").get_by_label("Delete").check()
    items.item("Arland").get_by_label("Body").fill("<p>Typed as HTML.</p>")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert items.titles == ["Evallonia", "Arland", "Costaguana", "Drackland"]
    assert items.value("Arland", "body").strip() == "<p>Typed as HTML.</p>"
