"""The article's page: the plain form, the figure once, and nothing that a cache must not keep."""

from bs4 import BeautifulSoup, Tag

from articles.models import Article
from tests.articles.votes.browser import Browser
from tests.factories import make_tally


def section_of(article: Article, browser: Browser | None = None) -> Tag:
    response = (browser or Browser()).client.get(article.get_absolute_url())
    [section] = BeautifulSoup(response.content, "html.parser").select("#helpful")
    return section


def test_a_plain_form_asks_yes_or_no(article: Article) -> None:
    section = section_of(article)
    [form] = section.select("form")

    assert (form["method"], form["action"]) == ("post", f"/vote/{article.pk}/")
    assert [(button["name"], button["value"]) for button in form.select("button[type=submit]")] == [
        ("vote", "yes"),
        ("vote", "no"),
    ]
    assert section.h2 is not None
    assert section.h2.text == "Was this article helpful?"


def test_the_figure_stands_there_once(article: Article) -> None:
    make_tally(article, base_yes=93, base_no=39)
    [tally] = section_of(article).select("[data-helpful-yes]")

    assert (tally["data-helpful-yes"], tally["data-helpful-total"]) == ("93", "132")
    assert tally.text.strip() == "93 out of 132 found this helpful"


def test_an_article_without_votes_says_so(article: Article) -> None:
    for _ in range(2):
        [tally] = section_of(article).select("[data-helpful-yes]")
        assert (tally["data-helpful-yes"], tally["data-helpful-total"]) == ("0", "0")
        assert tally.text.strip() == "No votes yet"
        make_tally(article)


def test_the_page_is_the_same_for_a_voter_and_needs_no_cookie_token_or_inline_script(
    article: Article,
) -> None:
    voter = Browser()
    voter.vote(article, "yes")
    page = voter.client.get(article.get_absolute_url())
    stranger = Browser().client.get(article.get_absolute_url())

    assert page.content == stranger.content
    assert "public" in page["Cache-Control"]
    assert not page.cookies
    assert b"csrf" not in page.content.lower()
    scripts = BeautifulSoup(page.content, "html.parser").select("#helpful script")
    assert [(script.text, script["src"]) for script in scripts] == [("", "/static/js/votes.js")]
