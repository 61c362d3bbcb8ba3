"""The importer in a browser: a text is pasted, looked over by mouse and by keys, made a draft. FAULTS W01."""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.articles.admin.importing.texts import TEXT
from tests.browser.test_accessibility import SCHEMES, violations
from tests.running_site import RunningSite

WIDTHS = (320, 1440)
WATCHED = "() => document.documentElement.dataset.typed === 'watched'"
REGIONS = """
from regions.models import Region
from tests.factories import make_region
for name in ("Freedonia", "Ruritania", "Sylvania", "Graustark"):
    Region.objects.filter(name=name).exists() or make_region(name)
"""


@pytest.fixture(scope="module")
def address(site: RunningSite) -> str:
    """The importer's page, with the regions that the text is about."""
    site.shell(REGIONS)
    return f"{site.url}/admin/articles/article/import/"


@pytest.fixture
def importer(desk: Page, address: str) -> Page:
    """A browser on the importer's first page."""
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto(address)
    desk.wait_for_function(WATCHED)
    return desk


def read(page: Page, text: str) -> None:
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="Source").wait_for()
    page.wait_for_function(WATCHED)


def numbers(page: Page) -> list[str]:
    return [text.removeprefix("Item ") for text in page.locator(".import-heading a").all_text_contents()]


def test_a_pasted_text_becomes_a_draft(importer: Page) -> None:
    read(importer, TEXT)
    assert numbers(importer) == ["01", "02", "03", "04"]
    importer.get_by_role("button", name="Refuse the proposal").click()
    accept = importer.get_by_role("button", name="Accept the proposal")
    expect(accept).to_be_focused()
    assert numbers(importer) == ["01", "02", "04"]
    accept.click()
    importer.get_by_role("button", name="Refuse the proposal").wait_for()
    assert importer.evaluate("window.faults") == []
    importer.get_by_role("button", name="Create draft").click()
    expect(importer.locator(".messagelist .success")).to_contain_text("with 4 items")
    headings = importer.locator("[name^=items-][name$=-heading]:not([name*=__prefix__])")
    typed = [heading.input_value() for heading in headings.all()]
    assert typed == [
        "Freedonia",
        "Ruritania",
        "",
        "Graustark",
    ]
    assert importer.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('/import/'))") == []


def test_pieces_are_corrected_by_keyboard(importer: Page) -> None:
    read(importer, TEXT.replace("month", "year"))
    importer.locator(".piece input").first.focus()
    for _ in range(2):
        importer.keyboard.press("ArrowDown")
    piece = importer.locator(".piece", has_text="1. Freedonia")
    expect(piece.locator("input")).to_be_focused()
    importer.keyboard.press("d")
    expect(piece.locator("b")).to_have_text("discarded")
    expect(piece.locator("input")).to_be_focused()
    importer.keyboard.press("u")
    expect(piece.locator("b")).to_have_text("item 01")
    importer.keyboard.press("ArrowDown")
    importer.keyboard.press("s")
    expect(importer.locator(".import-item")).to_have_count(5)
    importer.keyboard.press("m")
    expect(importer.locator(".import-item")).to_have_count(4)
    assert importer.evaluate("window.faults") == []


def test_a_region_is_corrected_by_autocomplete(importer: Page) -> None:
    read(importer, TEXT.replace("month", "week"))
    importer.locator(".import-item").first.locator(".select2-search__field").click()
    importer.keyboard.type("Ruritan")
    importer.locator(".select2-results__option--highlighted", has_text="Ruritania").wait_for()
    importer.keyboard.press("Enter")
    chosen = importer.locator(".import-item").first.locator(".select2-selection__choice")
    expect(chosen).to_have_count(2)
    importer.get_by_role("button", name="Make it a plain post").click()
    importer.get_by_role("button", name="Make it a digest again").wait_for()
    assert importer.evaluate("window.faults") == []


def test_an_import_that_was_left_is_offered_again(importer: Page, address: str) -> None:
    read(importer, TEXT.replace("month", "day"))
    importer.get_by_label("Title", exact=True).fill("Typed before the crash")
    importer.wait_for_function("() => JSON.stringify(localStorage).includes('Typed before the crash')")
    importer.goto(address)
    importer.get_by_role("button", name="Go on with it").click()
    expect(importer.get_by_label("Title", exact=True)).to_have_value("Typed before the crash")
    assert numbers(importer) == ["01", "02", "03", "04"]


@pytest.mark.parametrize("reviewed", [False, True])
def test_a_page_of_the_importer_has_no_violation(importer: Page, reviewed: bool) -> None:
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        importer.set_viewport_size({"width": width, "height": 900})
        importer.emulate_media(color_scheme=scheme)  # before the page opens: links fade into another colour
        importer.goto(importer.url)
        importer.wait_for_function(WATCHED)
        if reviewed:
            read(importer, TEXT.replace("month", "hour"))
        blocked = importer.evaluate("window.faults")
        wide = importer.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        blocked += [f"{wide} px too wide"] if wide > 0 else []
        found[width, scheme] = blocked + violations(importer)
    assert {variant: faults for variant, faults in found.items() if faults} == {}
