"""How the cards stand in the page."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from articles.discover import discover_more
from articles.models import Article, RelatedPost
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def page_of(article: Article) -> BeautifulSoup:
    html = render_to_string("articles/_discover.html", {"cards": discover_more(article)})
    return BeautifulSoup(html, "html.parser")


def test_each_card_is_a_linked_heading_an_excerpt_and_a_reason() -> None:
    article, other = make_article(), make_article("Other", standfirst="What it says.")
    [card] = page_of(article).select("[data-related]")
    assert card["data-related"] == str(other.pk)
    assert card.h3.a["href"] == other.get_absolute_url()
    assert [part.get_text(" ", strip=True) for part in card.select("h3, p")] == [
        "Other",
        "What it says.",
        "recent",
    ]


def test_external_cards_are_marked() -> None:
    article = make_article()
    RelatedPost.objects.create(article=article, url="https://other.example/a", title="Elsewhere")
    make_article()
    external, here = page_of(article).select("[data-related]")
    assert external["data-related"] == "https://other.example/a"
    assert external.a["rel"] == ["noopener"]
    assert "external" in external.h3.get_text()
    assert "external" not in here.get_text()


def test_the_aside_is_named_by_its_heading() -> None:
    article = make_article()
    make_article()
    page = page_of(article)
    assert page.aside.find(id=page.aside["aria-labelledby"]).get_text() == "Discover more"


def test_markup_in_titles_and_excerpts_is_text() -> None:
    article = make_article()
    make_article("<script>alert(1)</script>", standfirst="<img src=x onerror=alert(1)>")
    page = page_of(article)
    assert page.find("script") is page.find("img") is None
    assert "<script>" in page.h3.get_text()


def test_nothing_stands_where_there_is_nothing_to_discover() -> None:
    assert page_of(make_article()).find() is None
