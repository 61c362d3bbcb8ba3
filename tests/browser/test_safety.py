"""An editor's work is safe in a browser: two editors, crash, lost session, double click. FAULTS D01, D02."""

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.test_accessibility import violations
from tests.running_site import RunningSite
from tests.world import EDITOR

WATCHED = "() => document.documentElement.dataset.typed === 'watched'"
KEPT = """() => Object.entries(localStorage).some(
    ([key, text]) => key.startsWith("policytracker:typed:") && text.includes("Typed")
)"""


@pytest.fixture
def address(site: RunningSite) -> str:
    """The page of a digest of its own for each test."""
    made = site.shell(
        "from tests.factories import *; from articles.models import *\n"
        "article = make_article('Before', status='draft', published_at=None, body='')\n"
        "for number in (1, 2): make_item(article, heading=f'Item {number}')\n"
        "print(article.pk)"
    )
    return f"{site.url}/admin/articles/article/{made.strip()}/change/"


@pytest.fixture
def other_desk(open_browser: OpenBrowser, editors_cookies: list) -> Page:
    """A second editor's browser."""
    page = open_browser()
    page.context.add_cookies(editors_cookies)
    return page


def open_desk(page: Page, address: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address)
    page.wait_for_function(WATCHED)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").last.click()


def saved(page: Page) -> None:
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.wait_for_function(WATCHED)


def wrong_with(page: Page) -> list[str]:
    """What breaks the content security policy; then what axe finds, which adds styles of its own."""
    return [*page.evaluate("window.faults"), *violations(page)]


def type_item(page: Page, text: str) -> None:
    """Add an item at the end and write into its editor."""
    page.get_by_role("button", name="Add item", exact=True).click()
    page.locator(".items-list > li").last.locator(".ProseMirror").click()
    page.keyboard.type(text)


def crash(page: Page) -> Page:
    """Leave no time for a farewell; come back in a new window."""
    page.wait_for_function(KEPT)
    context = page.context
    page.close()
    return context.new_page()


def test_the_second_of_two_editors_sees_both_texts_and_loses_nothing(
    desk: Page, other_desk: Page, address: str
) -> None:
    for page in (desk, other_desk):
        open_desk(page, address)
    desk.locator("#id_title").fill("Theirs")
    save(desk)
    saved(desk)
    other_desk.locator("#id_title").fill("Mine")
    type_item(other_desk, "Typed by me.")
    save(other_desk)
    conflict = other_desk.get_by_role("region", name="You saved this in another window meanwhile")
    expect(conflict.get_by_role("heading")).to_be_in_viewport()
    expect(conflict).to_contain_text("Theirs")
    expect(conflict).to_contain_text("Typed by me.")
    expect(other_desk.locator("#id_title")).to_have_value("Mine")
    other_desk.set_viewport_size({"width": 1440, "height": 9000})  # the bar covers nothing
    assert wrong_with(other_desk) == []
    save(other_desk)
    saved(other_desk)
    expect(other_desk.locator("#id_title")).to_have_value("Mine")
    expect(other_desk.locator(".items-list > li")).to_have_count(3)


def test_after_a_crash_what_was_typed_is_offered_and_comes_back(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_title").fill("Typed title")
    type_item(desk, "Typed in an item.")
    page = crash(desk)
    open_desk(page, address)
    expect(page.locator("#id_title")).to_have_value("Before")
    page.get_by_role("button", name="Restore what you typed").click()
    expect(page.get_by_text("What you typed is back below.")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("Typed title")
    expect(page.locator(".items-list > li")).to_have_count(3)
    expect(page.locator(".items-list > li").last.locator("[name$=-body]")).to_have_value(
        "<p>Typed in an item.</p>"
    )
    assert wrong_with(page) == []
    page.wait_for_function(WATCHED)
    save(page)
    saved(page)
    expect(page.locator(".items-list > li")).to_have_count(3)
    expect(page.locator(".typed-offer")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':typed:'))") == []


def test_what_is_discarded_is_not_offered_again(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_title").fill("Typed title")
    page = crash(desk)
    open_desk(page, address)
    page.get_by_role("button", name="Discard").click()
    expect(page.locator(".typed-offer")).to_be_hidden()
    page.reload()
    page.wait_for_function(WATCHED)
    expect(page.locator(".typed-offer")).to_be_hidden()


def test_what_is_typed_while_an_older_copy_is_offered_leaves_it(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_title").fill("Typed title")
    page = crash(desk)
    open_desk(page, address)
    page.locator("#id_standfirst").fill("Other words")
    save(page)
    saved(page)
    page.get_by_role("button", name="Restore what you typed").click()
    expect(page.locator("#id_title")).to_have_value("Typed title")
    expect(page.locator(".conflict")).to_contain_text("Other words")


def test_a_copy_is_forgotten_after_seven_days(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_title").fill("Typed title")
    desk.wait_for_function(KEPT)
    context = desk.context
    desk.close()
    page = context.new_page()
    page.add_init_script("const now = Date.now; Date.now = () => now() + 8 * 24 * 3600 * 1000;")
    open_desk(page, address)
    expect(page.locator(".typed-offer")).to_be_hidden()


def test_an_expired_session_costs_nothing(open_browser: OpenBrowser, site: RunningSite, address: str) -> None:
    page = open_browser()
    log_in(page, address)
    page.wait_for_function(WATCHED)
    page.locator("#id_title").fill("Typed title")
    page.context.clear_cookies(name="sessionid")
    save(page)
    log_in(page, None)
    page.wait_for_function(WATCHED)
    assert page.url == address
    page.get_by_role("button", name="Restore what you typed").click()
    page.wait_for_function(WATCHED)
    expect(page.locator("#id_title")).to_have_value("Typed title")
    save(page)
    saved(page)
    expect(page.locator("#id_title")).to_have_value("Typed title")


def log_in(page: Page, address: str | None) -> None:
    if address:
        page.goto(address)
    page.get_by_label("Username").fill(EDITOR[0])
    page.get_by_label("Password").fill(EDITOR[1])
    page.get_by_role("button", name="Log in").click()


def test_a_failed_save_keeps_the_copy_until_one_succeeds(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_standfirst").fill("Typed standfirst")
    desk.locator("#id_title").fill("")
    save(desk)
    expect(desk.locator(".errornote")).to_be_visible()
    desk.wait_for_function(WATCHED)
    assert desk.evaluate(KEPT)
    desk.locator("#id_title").fill("Title")
    save(desk)
    saved(desk)
    assert not desk.evaluate(KEPT)


def test_leaving_with_unsaved_changes_asks_and_saving_does_not(desk: Page, address: str) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", answer)
    desk.goto(address)
    desk.wait_for_function(WATCHED)
    desk.get_by_role("link", name="History").last.click()
    desk.wait_for_url("**/history/")
    assert asked == []
    desk.goto(address)
    desk.wait_for_function(WATCHED)
    desk.locator("#id_title").fill("Unsaved")
    desk.get_by_role("link", name="History").last.click(no_wait_after=True)
    expect(desk.locator("#id_title")).to_have_value("Unsaved")
    desk.wait_for_timeout(0)
    assert asked == ["beforeunload"]
    save(desk)
    saved(desk)
    assert asked == ["beforeunload"]


def test_a_double_click_makes_one_article(desk: Page, site: RunningSite) -> None:
    open_desk(desk, f"{site.url}/admin/articles/article/add/")
    desk.locator("#id_title").fill("Clicked twice")
    desk.get_by_role("button", name="Save and continue").last.dblclick()
    saved(desk)
    made = site.shell(
        "from articles.models import Article; print(Article.objects.filter(title='Clicked twice').count())"
    )
    assert made.strip() == "1"


def test_the_history_has_no_violation_and_breaks_no_policy(desk: Page, address: str) -> None:
    open_desk(desk, address)
    desk.locator("#id_title").fill("After")
    save(desk)
    saved(desk)
    desk.get_by_role("link", name="History").last.click()
    found = wrong_with(desk)
    desk.get_by_role("button", name="Compare the two").click()
    expect(desk.locator(".differences").first).to_contain_text("After")
    found += wrong_with(desk)
    desk.go_back()
    desk.get_by_role("link", name="Restore").last.click()
    found += wrong_with(desk)
    desk.get_by_role("button", name="Restore this version").click()
    saved(desk)
    expect(desk.locator("#id_title")).to_have_value("Before")
    assert found == []
