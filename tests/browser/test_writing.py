"""An editor writes in a real browser: the prose editor, topics known and new, regions in their order."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.running_site import RunningSite

NAME_THE_REGIONS = """
from regions.models import Region, RegionName
for region in Region.objects.filter(name__in=["France", "Jiangsu"]):
    RegionName.objects.get_or_create(region=region, name=region.name, language="en")
"""


@pytest.fixture
def article(desk: Page, site: RunningSite) -> Page:
    """The page of a new article."""
    desk.goto(f"{site.url}/admin/articles/article/add/")
    desk.locator("#id_title").fill("Written in a browser")
    return desk


@pytest.fixture
def item(desk: Page, site: RunningSite) -> Page:
    """The page of an item that is filed under two regions."""
    site.shell(NAME_THE_REGIONS)
    desk.goto(f"{site.url}/admin/articles/policyitem/")
    desk.locator("#result_list tbody th a").first.click()
    return desk


def choose(page: Page, name: str, text: str) -> None:
    """Type into an autocomplete and take what it proposes under this very text."""
    page.locator(f".field-{name} .select2-search__field").first.click()
    page.keyboard.type(text)
    proposed = page.locator(".select2-results__option[aria-selected]").filter(has_text=text)
    proposed.first.click()


def chosen(page: Page, name: str) -> list[str]:
    options: Locator = page.locator(f"select[name={name}]")
    return list(options.evaluate("select => [...select.selectedOptions].map(option => option.text)"))


def save_and_go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").last.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert page.evaluate("window.faults") == []


def test_what_is_typed_into_the_prose_editor_is_saved(article: Page) -> None:
    article.get_by_role("textbox", name="Introduction:").click()
    article.keyboard.type("① First.")
    article.keyboard.press("Enter")
    article.keyboard.type("Second.")
    save_and_go_on(article)
    paragraphs = article.get_by_role("textbox", name="Introduction:").locator("p")
    expect(paragraphs).to_have_text(["① First.", "Second."])


def test_its_label_leads_into_the_prose_editor(article: Page) -> None:
    article.get_by_text("Conclusion:", exact=True).click()
    expect(article.get_by_role("textbox", name="Conclusion:")).to_be_focused()


def test_known_and_new_topics_are_chosen(article: Page) -> None:
    choose(article, "topics", "blockchain")
    article.locator(".field-topics .select2-search__field").first.click()
    article.keyboard.type("a new one,")
    save_and_go_on(article)
    assert set(chosen(article, "topics")) == {"blockchain", "a new one"}


def test_a_known_topic_is_proposed_before_what_was_typed_as_a_new_one(article: Page) -> None:
    article.locator(".field-topics .select2-search__field").first.click()
    article.keyboard.type("blockch")
    proposed = article.locator(".select2-results__option[aria-selected]")
    expect(proposed).to_have_text(["blockchain", "blockch"])
    article.keyboard.press("Enter")
    assert chosen(article, "topics") == ["blockchain"]


def test_regions_are_sent_in_the_order_of_choice(item: Page) -> None:
    expect(item.locator(".field-filed_under .select2-search__field")).to_be_visible()
    crosses = item.locator(".field-filed_under .select2-selection__choice__remove")
    while crosses.count():
        crosses.first.click()
    item.keyboard.press("Escape")
    for name in ("France", "Jiangsu"):
        choose(item, "filed_under", name)
    crosses.first.click()
    item.keyboard.press("Escape")
    choose(item, "filed_under", "France")
    assert chosen(item, "filed_under") == ["Jiangsu · China", "France"]
    save_and_go_on(item)
    assert chosen(item, "filed_under") == ["Jiangsu · China", "France"]
