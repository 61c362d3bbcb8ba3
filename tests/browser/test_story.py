"""A digest from the log-in to the public page by the keyboard alone. FAULTS W02, S03.

Every step is a key that an editor presses: controls are reached by Tab, not given the focus by script.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.test_safety import WATCHED
from tests.running_site import RunningSite
from tests.world import EDITOR

NAMES = (
    *("Aruba", "Belize", "Chad", "Djibouti", "Eritrea", "Fiji", "Gabon"),
    *("Haiti", "Iceland", "Jamaica", "Kiribati", "Lesotho", "Malta", "Nauru"),
)
# The last one goes up by two, the first one down by one.
ORDERED = (NAMES[1], NAMES[0], *NAMES[2:11], NAMES[13], *NAMES[11:13])
NUMBERS = [f"{number:02}" for number in range(1, len(NAMES) + 1)]
TITLE = "Typed by keys alone"
MOST_STOPS = 400

MAKE_REGIONS = f"""
from regions.models import RegionName
from tests.factories import make_region
for name in {NAMES}:
    RegionName.objects.create(region=make_region(name), name=name, language="en")
"""
FORGET = f"""
from articles.models import Article
from regions.models import Region
Article.objects.filter(title="{TITLE}").delete()
Region.objects.filter(name__in={NAMES}).delete()
"""
HAS_FOCUS = "element => element === document.activeElement"
PATHS = "items => items.map(item => item.dataset.region)"


@pytest.fixture
def regions(site: RunningSite) -> Iterator[None]:
    """Fourteen regions, gone again afterwards with the digest about them."""
    site.shell(MAKE_REGIONS)
    yield
    site.shell(FORGET)


def tab_to(page: Page, control: Locator, key: str = "Tab") -> None:
    """Press Tab until the control has the focus; it is looked up once, for that takes longer than a key."""
    element = control.element_handle()
    for _ in range(MOST_STOPS):
        if element.evaluate(HAS_FOCUS):
            return
        page.keyboard.press(key)
    pytest.fail(f"{control} is not reached by {key}")


def press(page: Page, control: Locator) -> None:
    """Reach a link or a button, and press Enter."""
    tab_to(page, control)
    page.keyboard.press("Enter")


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def log_in(page: Page, site: RunningSite) -> None:
    page.goto(f"{site.url}/admin/login/")
    for label, text in zip(("Username", "Password"), EDITOR, strict=True):
        tab_to(page, page.get_by_label(label))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}/admin/")
    assert page.evaluate("window.faults") == []


def write_item(page: Page, region: str) -> None:
    """Add an item at the end, find its region, and write its text."""
    press(page, page.get_by_role("button", name="Add item", exact=True))
    item = page.locator(".items-list > li").last
    expect(item.locator(".field-filed_under .select2-search__field")).to_be_focused()
    page.keyboard.type(region)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text(region)
    page.keyboard.press("Enter")
    tab_to(page, item.get_by_role("textbox", name="Body"))
    page.keyboard.type(f"{region} adopts a plan.")


def order(page: Page) -> None:
    """Move the last item up by two and the first one down by one."""
    tab_to(page, page.locator(".item-toggle").last, key="Shift+Tab")
    for key in ("Alt+ArrowUp", "Alt+ArrowUp", "Home", "Alt+ArrowDown"):
        page.keyboard.press(key)
    expect(page.locator(".items-said")).to_contain_text(NAMES[0])


def save_and_go_on(page: Page) -> None:
    press(page, page.get_by_role("button", name="Save and continue"))
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.wait_for_function(WATCHED)
    assert page.evaluate("window.faults") == []


def expect_digest(page: Page) -> None:
    """The page prints the items in their order, each with its number, its region and its text."""
    items = page.locator("section.item")
    expect(items.locator(".number")).to_have_text(NUMBERS)
    expect(items.locator(".item-heading bdi")).to_have_text(ORDERED)
    assert items.evaluate_all(PATHS) == [region.lower() for region in ORDERED]
    expect(items.locator(".prose")).to_have_text([f"{region} adopts a plan." for region in ORDERED])
    assert page.evaluate("window.faults") == []


def preview(page: Page) -> None:
    """Look at the preview, in the tab that it opens in."""
    with page.context.expect_page() as opened:
        press(page, link(page, "Preview"))
    expect(opened.value.get_by_text("Preview – not public")).to_be_visible()
    expect_digest(opened.value)
    opened.value.close()


def publish(page: Page) -> None:
    tab_to(page, page.get_by_label("Status:"))
    page.keyboard.type("Published")
    save_and_go_on(page)


@pytest.mark.usefixtures("regions")
def test_a_digest_is_written_ordered_previewed_and_published(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser()
    log_in(page, site)
    press(page, link(page, "Write an article"))
    page.wait_for_function(WATCHED)
    tab_to(page, page.locator("#id_title"))
    page.keyboard.type(TITLE)
    for region in NAMES:
        write_item(page, region)
    order(page)
    expect(page.locator(".item-title")).to_have_text(ORDERED)
    expect(page.locator(".item-number")).to_have_text(NUMBERS)
    save_and_go_on(page)
    preview(page)
    publish(page)
    press(page, link(page, "View on site"))
    page.wait_for_url("**/articles/typed-by-keys-alone/")
    expect_digest(page)
