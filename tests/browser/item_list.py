"""The list of items on an article's page, as its tests see and touch it."""

from playwright.sync_api import Locator, Page, expect

from tests.running_site import RunningSite

COUNTED = "() => document.querySelector('[data-count=items]')?.textContent"


class ItemList:
    """The items of a digest at the desk; ``item("Arland")`` is the first one with this title."""

    def __init__(self, page: Page, site: RunningSite, article: int) -> None:
        self.page = page
        self.url = f"{site.url}/admin/articles/article/{article}/change/"
        self.said = page.locator(".items-said")

    def open(self) -> "ItemList":
        """Open the page, and wait until its scripts have taken the items over."""
        self.page.goto(self.url, wait_until="domcontentloaded")
        self.wait()
        return self

    def wait(self) -> None:
        """Wait for the count in the bar, which is written last."""
        self.page.wait_for_function(COUNTED)

    @property
    def titles(self) -> list[str]:
        return self.page.locator(".items-list .item-title").all_text_contents()

    @property
    def numbers(self) -> list[str]:
        return self.page.locator(".items-list .item-number").all_text_contents()

    @property
    def positions(self) -> list[str]:
        """What the hidden positions tell the server, in the order of the page."""
        script = "inputs => inputs.map(input => input.value)"
        found: list[str] = self.page.locator(".items-list .field-position input").evaluate_all(script)
        return found

    def item(self, title: str) -> Locator:
        return self.page.locator(".items-list > .item", has=self.page.get_by_text(title, exact=True)).first

    def line(self, title: str) -> Locator:
        return self.item(title).locator(".item-toggle")

    def press(self, title: str, button: str) -> None:
        """Press a button of an item."""
        self.item(title).get_by_role("button", name=button, exact=True).click()

    def unfold(self, title: str) -> Locator:
        """Open an item, and wait for its editor."""
        item = self.item(title)
        item.locator(".item-toggle").click()
        expect(item.locator(".ProseMirror")).to_be_visible()
        return item

    def value(self, title: str, name: str) -> str:
        """What a field of an item holds."""
        return self.item(title).locator(f"[name$='-{name}']").input_value()

    def chosen(self, title: str, name: str) -> list[str]:
        """The labels that are chosen in a field of an item."""
        script = "select => [...select.selectedOptions].map(option => option.text)"
        found: list[str] = self.item(title).locator(f"select[name$='-{name}']").evaluate(script)
        return found

    def save(self, *, fails: bool = False) -> None:
        """Press "Save and continue", and wait for the page that answers."""
        self.page.locator(".bar [name=_continue]").click()  # by role, Playwright reads all of a long page
        self.page.locator(".errornote" if fails else ".messagelist .success").wait_for()
        self.wait()
