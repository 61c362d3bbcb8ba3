"""The notices at the end of an article: their addresses are links, and nothing else in them is."""

import time

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import Settings

from articles.choices import NoticeKind
from articles.models import Notice
from articles.notices import linked
from tests.factories import make_article, make_item
from tests.reading import all_words, links, read


def found(text: str) -> list[tuple[str, str]]:
    html = BeautifulSoup(f"<p>{linked(text)}</p>", "html.parser")
    assert html.get_text() == text
    return [(str(link["href"]), link.get_text()) for link in html.find_all("a")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://x.example/a?b=1&c=2.", "https://x.example/a?b=1&c=2"),
        ("(http://x.example/a_(b))", "http://x.example/a_(b)"),
        ("原文：https://x.example/a，转载请注明", "https://x.example/a"),
        ("来源https://x.example/a转载", "https://x.example/a"),
        ("Write to news.desk@x.example!", "mailto:news.desk@x.example"),
        ("Write: mailto:desk@x.example", "mailto:desk@x.example"),
    ],
)
def test_an_address_becomes_a_link_without_the_sentence_around_it(text: str, address: str) -> None:
    assert [href for href, _ in found(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "ftp://x.example/",
        "//x.example/",
        "<a href=x>",
        "me@home",
        "https://",
        "data:text/html,x",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert found(text) == []


def test_markup_in_a_notice_is_text() -> None:
    text = '<script>x</script> https://x.example/"onclick=x <b>'
    assert [href for href, _ in found(text)] == ["https://x.example/"]
    assert "<script" not in linked(text)


def test_long_notices_take_no_time() -> None:
    started = time.process_time()
    for text in ("a@" * 50_000, "a." * 50_000, "https://" + "(" * 25_000 + ")" * 25_000):
        linked(text)
    assert time.process_time() - started < 2


@pytest.mark.django_db
def test_an_item_s_page_repeats_what_its_article_says_of_itself(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://policy.example"
    article = make_article(slug="news", body="")
    Notice.objects.create(article=article, kind=NoticeKind.DISCLAIMER, text="All invented.", position=1)
    Notice.objects.create(article=article, kind=NoticeKind.REPRINT, text="Name the original:", position=2)
    page = read(client, make_item(article).get_absolute_url())
    original = "https://policy.example/articles/news/"
    assert all_words(page, ".notices p") == ["All invented.", f"Name the original: {original}"]
    assert links(page, ".notices") == [original]


@pytest.mark.django_db
def test_a_reprint_notice_that_names_the_path_alone_gives_the_whole_address_once(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://policy.example"
    article = make_article(slug="news")
    text = "Original: /articles/news/ (mirror: https://x.example/articles/news/)"
    Notice.objects.create(article=article, kind=NoticeKind.REPRINT, text=text)
    for address in ("/articles/news/", "/zh/articles/news/"):
        assert links(read(client, address), ".notices") == [
            "https://policy.example/articles/news/",
            "https://x.example/articles/news/",
        ]
