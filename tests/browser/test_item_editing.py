"""Items are opened, added, copied and deleted at the desk; what each is about stays in sight."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drafts import NAMES
from tests.browser.item_list import ItemList
from tests.running_site import RunningSite

CASES = json.loads((Path(__file__).parent.parent / "articles" / "numbering.json").read_text())
HEIGHT = "item => item.getBoundingClientRect().top"
COUNT = """
    async (items) => {
        const { numbers } = await import("items/numbers");
        const whole = { numbered: true, restarts_numbering: false, skip_before: 0 };
        return numbers(items.map((item) => ({ ...whole, ...item })));
    }
"""


@pytest.fixture
def items(used_desk: Page, site: RunningSite, drafts: dict[str, int]) -> ItemList:
    return ItemList(used_desk, site, drafts["short"]).open()


class TestFolding:
    def test_items_start_as_lines_that_tell_what_they_are_about(self, items: ItemList) -> None:
        expect(items.page.locator(".item-fields:visible")).to_have_count(0)
        line = items.line("Borduria").inner_text().split("\n")
        assert [part for part in line if part] == ["02", "Borduria", "① Step 2 of Borduria.", "8 April 2020"]

    def test_editors_are_made_for_the_items_that_are_opened(
        self, used_desk: Page, site: RunningSite, drafts: dict[str, int]
    ) -> None:
        items = ItemList(used_desk, site, drafts["long"]).open()
        assert len(items.titles) == 60
        made = used_desk.locator(".items-list .ProseMirror, .items-list .select2-container")
        expect(made).to_have_count(0)
        items.unfold("Arland")
        expect(made).to_have_count(4)  # the body; regions, topics, the earlier step

    def test_a_line_opens_its_item_and_its_facts_stay_folded(self, items: ItemList) -> None:
        item = items.unfold("Borduria")
        expect(items.line("Borduria")).to_have_attribute("aria-expanded", "true")
        expect(item.get_by_label("Issuer")).to_be_hidden()
        item.get_by_text("Facts 3 known").click()
        expect(item.get_by_label("Issuer")).to_have_value("Cabinet of Borduria")
        items.line("Borduria").click()
        expect(item.locator(".item-fields")).to_be_hidden()
        expect(items.line("Borduria")).to_have_attribute("aria-expanded", "false")

    def test_all_are_opened_and_closed_together(self, items: ItemList) -> None:
        items.page.get_by_role("button", name="Expand all").click()
        expect(items.page.locator(".item-fields:visible")).to_have_count(len(NAMES))
        expect(items.page.locator(".items-list .ProseMirror")).not_to_have_count(0)
        items.page.get_by_role("button", name="Collapse all").click()
        expect(items.page.locator(".item-fields:visible")).to_have_count(0)

    def test_an_item_with_an_error_is_open_down_to_the_error(self, items: ItemList) -> None:
        item = items.unfold("Costaguana")
        item.get_by_text("Facts").click()
        item.get_by_label("Amount").fill("5.1")
        items.save(fails=True)
        expect(items.page.locator(".item-fields:visible")).to_have_count(1)
        expect(items.item("Costaguana").get_by_text("Give an amount and its currency")).to_be_visible()
        expect(items.item("Costaguana").get_by_label("Amount")).to_be_visible()
        expect(items.item("Costaguana").get_by_label("Amount")).to_have_value("5.1")
        expect(items.item("Costaguana").locator(".ProseMirror")).to_be_visible()

    def test_saving_and_going_on_leaves_open_what_is_open(
        self, used_desk: Page, site: RunningSite, drafts: dict[str, int]
    ) -> None:
        items = ItemList(used_desk, site, drafts["saved"]).open()
        items.unfold("Evallonia")
        items.item("Evallonia").evaluate("item => item.scrollIntoView()")
        height = items.item("Evallonia").evaluate(HEIGHT)
        # A click of Playwright would scroll to where the bar would be if it did not stick.
        used_desk.locator(".bar [name=_continue]").dispatch_event("click")
        used_desk.locator(".messagelist .success").wait_for()
        expect(used_desk.locator(".item-fields:visible")).to_have_count(1)
        expect(items.item("Evallonia").locator(".ProseMirror")).to_be_visible()
        assert items.item("Evallonia").evaluate(HEIGHT) == pytest.approx(height, abs=24)
        items.open()
        expect(used_desk.locator(".item-fields:visible")).to_have_count(0)


class TestLines:
    def test_they_follow_what_is_typed(self, items: ItemList) -> None:
        item = items.unfold("Arland")
        item.get_by_role("textbox", name="Body").fill("Other words.")
        item.get_by_text("Facts").click()
        item.get_by_label("Announced on").fill("2021-07-01")
        item.get_by_label("Announced: exact to the").select_option("quarter")
        item.get_by_text("Section and counting").click()
        item.get_by_label("Section:").fill("Laws")
        item.get_by_label("Heading:").fill("A new heading")
        line = items.line("A new heading").inner_text()
        assert [part for part in line.split("\n") if part] == [
            "01", "A new heading", "Other words.", "third quarter of 2021",
        ]  # fmt: skip
        expect(item.locator(".item-section")).to_have_text("Laws")

    def test_numbers_follow_what_counts(self, items: ItemList) -> None:
        item = items.unfold("Borduria")
        item.get_by_label("Numbered").uncheck()
        assert items.numbers == ["01", "", "02", "03", "04"]
        item.get_by_label("Numbered").check()
        item.get_by_text("Section and counting").click()
        item.get_by_label("Numbers left out").fill("2")
        assert items.numbers == ["01", "04", "05", "06", "07"]
        item.get_by_label("Begin the count again").check()
        assert items.numbers == ["01", "03", "04", "05", "06"]
        items.press("Arland", "Delete")
        assert items.numbers == ["", "03", "04", "05", "06"]

    def test_the_page_counts_as_the_server_does(self, items: ItemList) -> None:
        counted = {case["about"]: items.page.evaluate(COUNT, case["items"]) for case in CASES}
        assert counted == {case["about"]: case["numbers"] for case in CASES}


class TestAdding:
    def test_an_item_is_inserted_between_two_others(self, items: ItemList) -> None:
        items.item("Borduria").get_by_role("button", name="Add item here").click()
        assert items.titles == ["Arland", "Borduria", "New item", "Costaguana", "Drackland", "Evallonia"]
        expect(items.said).to_have_text("New item, 3 of 6")
        expect(items.item("New item").locator(".field-filed_under .select2-search__field")).to_be_focused()
        items.page.keyboard.type("Borduria")
        items.page.locator(".select2-results__option--highlighted").filter(has_text="Borduria").click()
        item = items.page.locator(".items-list > .item").nth(2)
        expect(item.locator(".item-title")).to_have_text("Borduria")
        item.get_by_role("textbox", name="Body").click()
        items.page.keyboard.type("Typed.")
        expect(item.locator(".item-words")).to_have_text("Typed.")
        assert items.numbers == ["01", "02", "03", "04", "05", "06"]
        assert items.positions == ["1", "2", "3", "4", "5", "6"]

    def test_one_is_added_at_the_beginning_and_at_the_end(self, items: ItemList) -> None:
        items.page.locator(".items-first").get_by_role("button").click()
        items.item("New item").get_by_label("Heading:").fill("First")
        items.page.get_by_role("button", name="Add item", exact=True).click()
        assert items.titles == ["First", *NAMES, "New item"]

    def test_a_copy_has_all_that_the_original_has_and_is_saved_as_another(
        self, used_desk: Page, site: RunningSite, drafts: dict[str, int]
    ) -> None:
        items = ItemList(used_desk, site, drafts["saved"]).open()
        item = items.unfold("Drackland")
        item.get_by_role("textbox", name="Body").fill("Only just typed.")
        items.press("Drackland", "Duplicate")
        count = len(items.titles)
        expect(items.said).to_contain_text("Copy of Drackland")
        items.page.keyboard.press("Tab")  # from the line of the copy into its buttons
        copy = used_desk.locator(".items-list > .item:focus-within")
        copy.get_by_label("Heading:").fill("The copy")
        items.save()
        assert len(items.titles) == count
        assert items.titles.index("The copy") == items.titles.index("Drackland") + 1
        for name in ("body", "issuer", "action", "announced_on", "announced_precision"):
            assert items.value("The copy", name) == items.value("Drackland", name) != ""
        for name in ("filed_under", "topics"):
            assert items.chosen("The copy", name) == items.chosen("Drackland", name) != []
        assert items.value("The copy", "id") != items.value("Drackland", "id")

    def test_an_item_that_nobody_filled_in_is_not_saved(
        self, used_desk: Page, site: RunningSite, drafts: dict[str, int]
    ) -> None:
        items = ItemList(used_desk, site, drafts["saved"]).open()
        before = items.titles
        items.page.get_by_role("button", name="Add item", exact=True).click()
        items.save()
        assert items.titles == before


class TestDeleting:
    def test_an_item_is_marked_and_had_back(self, items: ItemList) -> None:
        items.press("Borduria", "Delete")
        expect(items.said).to_have_text("Borduria will be deleted when you save")
        expect(items.item("Borduria").get_by_role("button", name="Undo delete")).to_be_focused()
        assert items.numbers == ["01", "", "02", "03", "04"]
        items.page.keyboard.press("Enter")
        expect(items.said).to_have_text("Borduria stays")
        expect(items.item("Borduria").get_by_role("button", name="Delete", exact=True)).to_be_focused()
        assert items.numbers == ["01", "02", "03", "04", "05"]

    def test_what_is_marked_is_deleted_by_the_save(
        self, used_desk: Page, site: RunningSite, drafts: dict[str, int]
    ) -> None:
        items = ItemList(used_desk, site, drafts["saved"]).open()
        before = items.titles
        items.page.get_by_role("button", name="Add item", exact=True).click()
        items.item("New item").get_by_label("Heading:").fill("Hasty")
        items.press("Hasty", "Delete")
        items.press("Borduria", "Delete")
        items.save()
        assert items.titles == [title for title in before if title != "Borduria"]


def test_nothing_of_it_breaks_the_content_security_policy(items: ItemList) -> None:
    items.unfold("Arland")
    items.press("Arland", "Duplicate")
    items.page.get_by_role("button", name="Expand all").click()
    items.press("Borduria", "Delete")
    assert items.page.evaluate("window.faults") == []
