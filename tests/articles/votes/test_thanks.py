"""The page of thanks: exact figures, another answer, withdrawal, reasons, and the way back."""

from bs4 import BeautifulSoup, Tag

from articles.models import Article, HelpfulVote
from tests.articles.votes.browser import Browser
from tests.factories import make_tally


def page_of(browser: Browser, article: Article) -> Tag:
    main = BeautifulSoup(browser.thanks(article).content, "html.parser").main
    assert main is not None
    return main


def answers_in(page: Tag) -> list[str]:
    return [str(button["value"]) for button in page.select("button[name=vote]")]


def test_it_shows_the_exact_figures_once(article: Article) -> None:
    make_tally(article, base_yes=93, base_no=39)
    browser = Browser()
    browser.vote(article, "yes", as_form=True)
    [tally] = page_of(browser, article).select("[data-helpful-yes]")

    assert (tally["data-helpful-yes"], tally["data-helpful-total"]) == ("94", "133")
    assert tally.text.strip() == "94 out of 133 found this helpful"


def test_it_offers_the_other_answer_withdrawal_and_the_way_back(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "yes", as_form=True)
    page = page_of(browser, article)

    assert answers_in(page) == ["yes", "no", "withdraw"]
    assert "You said Yes" in " ".join(page.text.split())
    assert page.find("a", href=f"{article.get_absolute_url()}#helpful")


def test_it_asks_for_reasons_that_fit_the_answer_and_keeps_them(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "no", as_form=True)
    offered = [str(choice["value"]) for choice in page_of(browser, article).select("[name=reason]")]
    assert offered == ["hard_to_understand", "incomplete", "wrong_or_outdated", "not_what_i_need", "other"]

    browser.vote(article, "no", as_form=True, reason="incomplete", comment="<b>Jilin?</b>")
    page = page_of(browser, article)

    assert [str(choice["value"]) for choice in page.select("[checked]")] == ["incomplete"]
    assert page.select_one("textarea").text == "<b>Jilin?</b>"
    assert HelpfulVote.objects.get().reason == "incomplete"


def test_after_a_withdrawal_it_asks_anew(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "yes", as_form=True)
    browser.vote(article, "withdraw", as_form=True)
    page = page_of(browser, article)

    assert answers_in(page) == ["yes", "no"]
    assert "There is no vote of yours" in page.text


def test_a_browser_without_the_cookie_is_offered_no_second_vote(article: Article) -> None:
    page = page_of(Browser(), article)

    assert answers_in(page) == []
    assert "your vote is counted" in page.text


def test_it_is_never_stored_nor_indexed(article: Article) -> None:
    response = Browser().thanks(article)

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert b'<meta name="robots" content="noindex">' in response.content


def test_a_hostile_title_stays_text(article: Article) -> None:
    Article.objects.update(title='"><script>alert(1)</script>')

    assert "<script>alert" not in str(page_of(Browser(), article))
