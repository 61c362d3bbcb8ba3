"""The page of a digest at the desk, by its number of items: until it can be used, its weight, and a save.

Milliseconds in Chromium, from the click to the answer's first byte and to working items; medians of rounds.
"""

import json
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.item_list import ItemList
from tests.running_site import RunningSite
from tests.surroundings import find_chromium

ROUNDS = 7
PATIENCE = 60_000  # milliseconds
SIZES = (14, 60, 200)
MAKE = """
from tests.browser import drafts
from tests.factories import make_editor
make_editor("ed")
drafts.make(items_14=14, items_60=60, items_200=200)
"""
OPENED = """
    () => {
        const page = performance.getEntriesByType("navigation")[0];
        const [ready] = performance.getEntriesByName("items-ready");
        const bytes = [page.decodedBodySize, page.encodedBodySize];
        return [page.responseStart, ready.startTime, ...bytes.map((size) => size / 1024)];
    }
"""


def run() -> None:
    """Measure in a folder of its own, and print the figures."""
    chromium = find_chromium()
    if chromium is None:
        print("desk: no Chromium is installed")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = RunningSite(Path(folder))
        site.manage("migrate", "-v", "0")
        site.manage("collectstatic", "--noinput", "-v", "0")
        ids = json.loads(site.shell(MAKE))
        site.start()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            page = browser.new_page()
            page.set_default_timeout(PATIENCE)
            _log_in(page, site)
            for size in SIZES:
                _measure(ItemList(page, site, ids[f"items_{size}"]), size)
        finally:
            browser.close()
            site.stop()


def _log_in(page: Page, site: RunningSite) -> None:
    page.goto(f"{site.url}/admin/login/")
    for label, text in (("Username", "ed"), ("Password", "pass")):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{site.url}/admin/")


def _measure(items: ItemList, size: int) -> None:
    opened = [_open(items) for _ in range(ROUNDS)]
    first_byte, ready, raw, sent = (statistics.median(figures) for figures in zip(*opened, strict=True))
    print(
        f"desk: {size:3} items: {first_byte:4.0f} ms to the first byte, {ready:4.0f} ms to working items, "
        f"{raw:4.0f} kB of HTML ({sent:.0f} kB sent); saved in another order in {_save(items):.1f} s",
        flush=True,
    )


def _open(items: ItemList) -> list[float]:
    items.open()
    figures: list[float] = items.page.evaluate(OPENED)
    return figures


def _save(items: ItemList) -> float:
    """Save the last item one place higher; return the seconds that the answer took."""
    items.page.locator(".item-toggle").last.focus()
    items.page.keyboard.press("Alt+ArrowUp")
    started = time.perf_counter()
    items.save()
    return time.perf_counter() - started
