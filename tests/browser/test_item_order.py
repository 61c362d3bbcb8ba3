"""Items are put in order: by buttons, by keys, by mouse and by finger; and the order is kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.drafts import NAMES
from tests.browser.item_list import ItemList
from tests.running_site import RunningSite

IN_THE_MIDDLE = "element => element.scrollIntoView({ block: 'center' })"  # no edge is near that scrolls
HAS_FOCUS = "element => element.contains(document.activeElement)"


@pytest.fixture
def items(used_desk: Page, site: RunningSite, drafts: dict[str, int]) -> ItemList:
    return ItemList(used_desk, site, drafts["short"]).open()


def swapped(first: int) -> list[str]:
    """The names, two neighbours the other way round."""
    names = list(NAMES)
    names[first : first + 2] = names[first + 1], names[first]
    return names


class TestButtons:
    def test_an_item_moves_is_announced_and_keeps_the_focus(self, items: ItemList) -> None:
        items.press("Costaguana", "Move up")
        assert items.titles == swapped(1)
        assert items.numbers == ["01", "02", "03", "04", "05"]
        assert items.positions == ["1", "2", "3", "4", "5"]
        expect(items.said).to_have_text("Costaguana moved to 2 of 5")
        assert items.item("Costaguana").get_by_role("button", name="Move up").evaluate(HAS_FOCUS)
        items.press("Costaguana", "Move down")
        assert items.titles == list(NAMES)
        expect(items.said).to_have_text("Costaguana moved to 3 of 5")

    def test_the_first_and_the_last_stay(self, items: ItemList) -> None:
        items.press("Arland", "Move up")
        expect(items.said).to_have_text("Arland is the first already")
        items.press("Evallonia", "Move down")
        expect(items.said).to_have_text("Evallonia is the last already")
        assert items.titles == list(NAMES)

    def test_what_is_typed_moves_along(self, items: ItemList) -> None:
        item = items.unfold("Drackland")
        item.get_by_role("textbox", name="Body").click()
        items.page.keyboard.press("Control+End")
        items.page.keyboard.type(" Typed.")
        items.press("Drackland", "Move up")
        expect(items.item("Drackland").get_by_role("textbox", name="Body")).to_contain_text(
            "Drackland. Typed."
        )
        assert items.item("Drackland").get_by_role("button", name="Move up").evaluate(HAS_FOCUS)


class TestKeys:
    def test_alt_and_an_arrow_move_an_item(self, items: ItemList) -> None:
        items.line("Borduria").focus()
        items.page.keyboard.press("Alt+ArrowDown")
        assert items.titles == swapped(1)
        expect(items.said).to_have_text("Borduria moved to 3 of 5")
        for _ in range(2):
            items.page.keyboard.press("Alt+ArrowUp")
        assert items.titles == swapped(0)
        assert items.line("Borduria").evaluate(HAS_FOCUS)

    def test_arrows_alone_lead_from_line_to_line(self, items: ItemList) -> None:
        items.line("Borduria").focus()
        for key, title in (("ArrowDown", "Costaguana"), ("ArrowUp", "Borduria"), ("End", "Evallonia"),
                           ("ArrowDown", "Evallonia"), ("Home", "Arland")):  # fmt: skip
            items.page.keyboard.press(key)
            assert items.line(title).evaluate(HAS_FOCUS), key
        assert items.titles == list(NAMES)

    def test_arrows_inside_a_field_stay_its_own(self, items: ItemList) -> None:
        item = items.unfold("Borduria")
        item.get_by_label("Heading").focus()
        items.page.keyboard.press("Alt+ArrowDown")
        assert items.titles == list(NAMES)


class TestDragging:
    def handle(self, items: ItemList, title: str) -> tuple[float, float]:
        """Where to take an item."""
        box = items.item(title).locator(".item-handle").bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def middle(self, items: ItemList, title: str) -> float:
        """The height at which another item makes room."""
        box = items.item(title).bounding_box()
        assert box is not None
        return box["y"] + box["height"] / 2

    def drag(self, items: ItemList, title: str, target: str) -> None:
        """Drag a handle over that of another item, not letting go yet."""
        items.page.locator(".items-list").evaluate(IN_THE_MIDDLE)
        mouse, (x, start) = items.page.mouse, self.handle(items, title)
        mouse.move(x, start)
        mouse.down()
        end = self.middle(items, target)  # not before: items fold when one is dragged
        mouse.move(x, end + (5 if end > start else -5), steps=8)

    def test_an_item_is_dropped_where_the_mouse_lets_it_go(self, items: ItemList) -> None:
        self.drag(items, "Borduria", "Drackland")
        items.page.mouse.up()
        assert items.titles == ["Arland", "Costaguana", "Drackland", "Borduria", "Evallonia"]
        assert items.positions == ["1", "2", "3", "4", "5"]
        assert items.numbers == ["01", "02", "03", "04", "05"]
        expect(items.said).to_have_text("Borduria moved to 4 of 5")
        self.drag(items, "Borduria", "Arland")
        items.page.mouse.up()
        assert items.titles == swapped(0)

    def test_escape_puts_it_back(self, items: ItemList) -> None:
        self.drag(items, "Borduria", "Evallonia")
        items.page.keyboard.press("Escape")
        assert items.titles == list(NAMES)
        items.page.mouse.move(10, 10)
        items.page.mouse.up()
        assert items.titles == list(NAMES)

    def test_unfolded_items_are_folded_while_one_is_dragged(self, items: ItemList) -> None:
        items.unfold("Costaguana")
        self.drag(items, "Drackland", "Borduria")
        expect(items.item("Costaguana").locator(".item-fields")).to_be_hidden()
        items.page.mouse.up()
        assert items.titles == ["Arland", "Drackland", "Borduria", "Costaguana", "Evallonia"]
        expect(items.item("Costaguana").locator(".item-fields")).to_be_visible()

    def test_a_finger_drags_too(
        self, open_browser: OpenBrowser, editors_cookies: list[dict[str, object]], site: RunningSite,
        drafts: dict[str, int]
    ) -> None:  # fmt: skip
        page = open_browser(width=390, has_touch=True, is_mobile=True)
        page.context.add_cookies(editors_cookies)  # type: ignore[arg-type]
        items = ItemList(page, site, drafts["short"]).open()
        page.locator(".items-list").evaluate(IN_THE_MIDDLE)
        finger = page.context.new_cdp_session(page)
        (x, y), end = self.handle(items, "Arland"), self.middle(items, "Costaguana") + 5
        touches = [("touchStart", y), *(("touchMove", y + (end - y) * step / 5) for step in range(1, 6))]
        for kind, height in touches:
            points = [{"x": x, "y": height}]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        assert items.titles == ["Borduria", "Costaguana", "Arland", "Drackland", "Evallonia"]


def test_the_order_outlives_a_failed_save_and_is_stored_by_the_next(
    used_desk: Page, site: RunningSite, drafts: dict[str, int]
) -> None:
    items = ItemList(used_desk, site, drafts["ordered"]).open()
    items.press("Evallonia", "Move up")
    items.press("Evallonia", "Move up")
    item = items.unfold("Arland")
    item.get_by_role("textbox", name="Body").fill("Words that stay.")
    used_desk.locator("#id_title").fill("")
    items.save(fails=True)
    order = ["Arland", "Borduria", "Evallonia", "Costaguana", "Drackland"]
    assert items.titles == order
    assert items.numbers == ["01", "02", "03", "04", "05"]
    assert items.value("Arland", "body") == "<p>Words that stay.</p>"
    used_desk.locator("#id_title").fill("An ordered digest")
    items.save()
    assert items.titles == order
    assert items.value("Arland", "body") == "<p>Words that stay.</p>"
    assert used_desk.evaluate("window.faults") == []
