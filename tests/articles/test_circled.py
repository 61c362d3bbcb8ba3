"""Points with circled numbers are lists to browsers, and stay as they were typed to readers."""

import time

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from articles.circled import circled_lists
from articles.models import PolicyItem
from tests.factories import make_article, make_item
from tests.reading import all_words, read

BODY = "<p>Three goals:</p><p>① Build.</p><p>② Train.</p>\n<p>③ Open.</p><p>That is all.</p>"


def points(html: str) -> list[list[str]]:
    page = BeautifulSoup(circled_lists(html), "html.parser")
    return [[point.get_text() for point in found.find_all("li")] for found in page.select(".circled")]


def test_paragraphs_in_a_row_become_one_list_whose_numbers_stay() -> None:
    assert points(BODY) == [["① Build.", "② Train.", "③ Open."]]


def test_what_stands_between_points_ends_a_list() -> None:
    assert points("<p>①a</p><p>②b</p><p>More</p><p>③c</p><p>④d</p>") == [["①a", "②b"], ["③c", "④d"]]


@pytest.mark.parametrize(
    "html",
    ["<p>① alone</p>", "<p>In the plan ① and</p><p>then ② are named.</p>", "<ol><li>first</li></ol>", ""],
)
def test_nothing_else_becomes_a_list(html: str) -> None:
    assert circled_lists(html) == html


def test_a_list_that_brings_its_own_numbers_shows_no_others() -> None:
    assert points("<ul><li><p>① a</p></li><li><p>② b</p></li></ul><ol><li>c</li></ol>") == [["① a", "② b"]]


def test_an_attribute_that_looks_like_the_end_of_a_point_is_none() -> None:
    html = '<p>① <a href="https://x.example/" title="</p>">a</a></p><p>② b</p>'
    assert points(html) == [["① a", "② b"]]


def test_long_texts_take_no_time() -> None:
    started = time.process_time()
    circled_lists("<p>① a</p>" * 5_000 + "<p>①" + "<em>" * 20_000)
    assert time.process_time() - started < 2


@pytest.mark.django_db
def test_a_page_shows_the_list_and_the_stored_text_stays(client: Client) -> None:
    item = make_item(make_article(body=""), body=BODY)
    for address in (item.article.get_absolute_url(), item.get_absolute_url()):
        page = read(client, address)
        assert all_words(page, "ol.circled[role=list] > li") == ["① Build.", "② Train.", "③ Open."]
    assert "circled" not in PolicyItem.objects.get().body
