"""The words of a digest at the desk: circled numbers, paste, word count, suggestions."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.item_list import ItemList
from tests.running_site import RunningSite

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {font-family: Calibri}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'><span lang=EN-US
style='font-size:14.0pt;color:red'>A plan<o:p></o:p></span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1. </span><![endif]>First <i>step</i>, see
<a href="https://example.org/plan">the text</a>.</p>
<p class=MsoNormal onclick="alert(1)"><img src="file:///C:/x.png"><font color=blue>Second.</font></p>
<script>alert(2)</script><!--EndFragment--></body></html>
"""
WEB = """
<article class="story"><h1>A headline</h1><div><p style="color:red">One <strong>bold</strong> word.</p>
<ul><li><div>A point</div></li></ul><p><a href="javascript:alert(1)">Bad link</a></p>
<iframe src="https://example.org/"></iframe><table><tr><td>Cell</td></tr></table></div></article>
"""
PASTE = """
    (box, html) => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        data.setData("text/plain", "plain");
        const event = { clipboardData: data, bubbles: true, cancelable: true };
        box.dispatchEvent(new ClipboardEvent("paste", event));
    }
"""
DOCS = """
<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span
style="font-weight:400">Plain, </span><span style="font-weight:700">bold</span><span
style="font-style:italic"> and italic.</span></p></b>
"""
FOREIGN = (
    "mso",
    "class",
    "style",
    "<span",
    "<font",
    "<o:p",
    "<img",
    "<h1",
    "<table",
    "<iframe",
    "script",
    "<div",
)


@pytest.fixture
def items(used_desk: Page, site: RunningSite, drafts: dict[str, int]) -> ItemList:
    return ItemList(used_desk, site, drafts["short"]).open()


@pytest.fixture
def body(items: ItemList) -> Locator:
    """The empty editor of an item."""
    box = items.unfold("Arland").get_by_role("textbox", name="Body")
    box.fill("")
    box.click()
    return box


class TestCircledNumbers:
    def test_the_button_writes_the_next_one(self, items: ItemList, body: Locator) -> None:
        item = items.item("Arland")
        for number in "①②③":
            item.get_by_role("button", name=f"circled number {number}", exact=True).first.click()
        expect(body).to_have_text("① ② ③")
        item.get_by_role("button", name="circled number ①", exact=True).click()
        expect(body).to_have_text("① ② ③ ①")
        assert items.value("Arland", "body") == "<p>① ② ③ ① </p>"

    def test_so_do_keys_up_to_twenty(self, items: ItemList, body: Locator) -> None:
        for _ in range(21):
            items.page.keyboard.press("Control+Alt+o")
        expect(body).to_have_text(" ".join("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳①"))

    def test_it_works_in_an_item_just_added_and_in_the_introduction(self, items: ItemList) -> None:
        items.page.get_by_role("button", name="Add item", exact=True).click()
        fresh = items.page.locator(".items-list > .item").last
        for place in (fresh, items.page.locator(".field-introduction")):
            place.get_by_role("button", name="circled number ①").first.click()
            expect(place.locator(".ProseMirror")).to_have_text("①" if place is fresh else "① Two words.")


class TestPaste:
    def test_what_comes_from_word_comes_in_clean(self, items: ItemList, body: Locator) -> None:
        body.evaluate(PASTE, WORD)
        html = items.value("Arland", "body")
        assert [part for part in FOREIGN if part in html.lower()] == []
        assert "<p><strong>A plan</strong></p>" in html
        assert "<em>step</em>" in html
        assert 'href="https://example.org/plan"' in html
        assert "Second." in html
        assert items.page.evaluate("window.faults") == []

    def test_what_comes_from_a_web_page_comes_in_clean(self, items: ItemList, body: Locator) -> None:
        body.evaluate(PASTE, WEB)
        html = items.value("Arland", "body")
        assert [part for part in (*FOREIGN, "javascript") if part in html.lower()] == []
        assert "<p>One <strong>bold</strong> word.</p>" in html
        assert "<ul><li><p>A point</p></li></ul>" in html
        for words in ("A headline", "Bad link", "Cell"):
            assert words in html

    def test_what_comes_from_google_docs_keeps_what_is_bold_and_what_is_not(
        self, items: ItemList, body: Locator
    ) -> None:
        body.evaluate(PASTE, DOCS)
        html = items.value("Arland", "body")
        assert html == "<p>Plain, <strong>bold</strong><em> and italic.</em></p>"
        assert items.page.evaluate("window.faults") == []


class TestCounts:
    def test_words_of_all_texts_are_counted_and_chinese_by_character(self, items: ItemList) -> None:
        words = items.page.locator("[data-count=words]")
        expect(words).to_have_text("22 words")  # two of the introduction, four of each item
        items.page.get_by_role("textbox", name="Introduction").fill(
            "区块链政策 in 2026: state-owned firms’ pilots, 1.5%"
        )
        expect(words).to_have_text("31 words")
        items.press("Arland", "Delete")
        expect(words).to_have_text("27 words")
        expect(items.page.locator("[data-count=items]")).to_have_text("4 items")


class TestSuggestions:
    def test_issuers_of_the_region_are_suggested(self, items: ItemList) -> None:
        item = items.unfold("Costaguana")
        item.get_by_text("Facts").click()
        with items.page.expect_response("**/issuers/?region=*") as answer:
            item.get_by_label("Issuer").focus()
        assert answer.value.json() == {"issuers": ["Cabinet of Costaguana"]}
        suggested = items.page.locator("#items-issuers option")
        expect(suggested).to_have_attribute("value", "Cabinet of Costaguana")
        expect(item.get_by_label("Issuer")).to_have_attribute("list", "items-issuers")

    def test_earlier_steps_are_found_in_the_items_region_first(self, items: ItemList) -> None:
        item = items.unfold("Drackland")
        item.get_by_text("Facts").click()
        item.locator(".field-continues .select2-selection").click()
        options = items.page.locator(".select2-results__option[aria-selected]")
        expect(options.first).to_contain_text("Drackland · 8 April 2020 · ")
        chosen = options.first.inner_text()
        options.first.click()
        assert items.chosen("Drackland", "continues") == [chosen]
        expect(item.get_by_text("Facts 4 known")).to_be_visible()
