import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from articles.templatetags.prose import excerpt, rich_text
from tests.regions.test_richtext import LONG, PAYLOADS, PROSE, harms, pages

CELL = "<tbody><tr><td>x</td></tr></tbody>"
BOX = {"class": ["table"], "tabindex": "0"}


def unboxed(html: str) -> str:
    """Return the HTML without the boxes, each of which must be as we make them and hold its table alone."""
    page = BeautifulSoup(html, "html.parser")
    for box in page.find_all("div"):
        named = {"role": "group", "aria-label": box["aria-label"]} if box.get_text().strip() else {}
        assert box.attrs == BOX | named
    for box in page.find_all("div"):
        box.unwrap()
    return str(page)


@pytest.mark.parametrize("payload", [*PAYLOADS, f"<table>{CELL}</table>"])
def test_what_the_database_should_never_hold_is_cleaned_for_the_page(payload: str) -> None:
    assert harms(rich_text(payload), PROSE) == []
    assert harms(unboxed(rich_text(payload, "long")), LONG) == []


@given(html=pages)
@settings(max_examples=200, deadline=None)
def test_any_html_is_cleaned_for_the_page(html: str) -> None:
    assert harms(rich_text(html), PROSE) == []
    assert harms(unboxed(rich_text(html, "long")), LONG) == []


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://x.example" title="<table onmouseover=alert(1) x">y</a></p>',
        '<p title="</table><script>alert(1)</script>">&lt;table&gt; y</p>',
        '<p title="a > b <table> c">y</p>',
    ],
)
def test_what_only_looks_like_a_table_gets_no_box(html: str) -> None:
    shown = rich_text(html, "long")
    assert "<div" not in shown
    assert harms(shown, LONG) == []
    assert BeautifulSoup(shown, "html.parser").get_text().endswith("y")


def test_each_table_stands_in_a_box_of_its_own() -> None:
    inner = f'<table title="a > b">{CELL.replace("x", f"<table>{CELL}</table>")}</table>'
    shown = BeautifulSoup(rich_text(f"{inner}<p>between</p><table>{CELL}</table>", "long"), "html.parser")
    tables = shown.find_all("table")
    boxes = shown.select("div.table")
    assert [table.parent for table in tables] == boxes
    between = shown.find("p")
    assert between
    assert between.find_parent("div") is None


def test_a_table_is_called_by_its_first_words_which_are_in_the_language_of_the_text() -> None:
    table = "<table><tbody><tr><th>国家</th><th>法 &amp; &quot;令&quot;</th></tr></tbody></table>"
    shown = BeautifulSoup(rich_text(f"<p>前</p>{table}<p>后</p>", "long"), "html.parser")
    assert [box["aria-label"] for box in shown.select("div.table")] == ['国家 法 & "令"']


def test_an_excerpt_is_plain_text() -> None:
    assert excerpt("<p>One <strong>&lt;b&gt;</strong></p><p>two three</p>", 12) == "One <b> two…"
