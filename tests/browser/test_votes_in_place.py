"""After a vote, in place: the question why, what a refusal says, and the figure on a page from a cache."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.test_accessibility import violations
from tests.running_site import RunningSite

MAKE = """
import json
from tests.factories import make_article
body = "<p>" + "A long paragraph of the text. " * 60 + "</p>"
made = [make_article(f"Voted on {n}", body=body * (8 if n < 4 else 1)) for n in range(10)]
print(json.dumps([{"id": article.pk, "path": article.get_absolute_url()} for article in made]))
"""
STORED = """
from articles.models import HelpfulVote
print(list(HelpfulVote.objects.filter(article={}).values_list("helpful", "reason", "comment")))
"""
# Less than a line of text on a phone is no shift that anybody sees: fonts differ by fractions of a pixel.
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries().filter(({ value }) => value >= 0.0005))
            window.shifts.push(`${value}: ${sources.map(({ node }) => node?.outerHTML ?? node?.data)}`);
    }).observe({ type: "layout-shift", buffered: true });
"""
REFUSED = "Your vote was not counted. Please try again in 5 minutes."


@pytest.fixture(scope="module")
def made(site: RunningSite) -> Any:
    """Articles that only these tests vote on, each once; the first four are several screens long."""
    return json.loads(site.shell(MAKE))


@pytest.fixture(scope="module")
def long_articles(made: Any) -> Iterator[Any]:
    """The long ones, the next one at each call."""
    return iter(made[:4])


@pytest.fixture(scope="module")
def articles(made: Any) -> Iterator[Any]:
    """The others."""
    return iter(made[4:])


def open_article(page: Page, site: RunningSite, article: Any) -> None:
    page.goto(site.url + article["path"])


def answer(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_the_question_why_follows_a_vote_in_place_and_is_answered_there(
    open_browser: OpenBrowser, site: RunningSite, articles: Iterator[Any]
) -> None:
    article, page = next(articles), open_browser(width=390)
    open_article(page, site, article)
    answer(page, "No")
    page.get_by_role("group", name="What was wrong with it?").wait_for()
    expect(page.get_by_role("button", name="No", exact=True)).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Withdraw my vote")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Incomplete")).to_be_checked()
    page.get_by_label("A comment for the editors").fill("Jilin is missing.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status").filter(has_text="The editors will read it.")).to_be_focused()
    assert page.locator("form.reasons").count() == 0
    assert page.url == site.url + article["path"]
    stored = site.shell(STORED.format(article["id"]))
    assert stored.strip() == "[(False, 'incomplete', 'Jilin is missing.')]"
    assert page.evaluate("window.faults") == []


def test_another_answer_asks_for_its_own_reasons_and_a_withdrawal_for_none(
    open_browser: OpenBrowser, site: RunningSite, articles: Iterator[Any]
) -> None:
    page = open_browser()
    open_article(page, site, next(articles))
    answer(page, "No")
    page.get_by_role("group", name="What was wrong with it?").wait_for()
    answer(page, "Yes")
    page.get_by_role("group", name="What was good about it?").wait_for()
    assert page.locator("form.reasons").count() == 1
    answer(page, "Withdraw my vote")
    page.get_by_text("Your vote is withdrawn.").wait_for()
    assert page.locator("form.reasons").count() == 0


def test_where_the_form_can_t_be_fetched_a_link_leads_to_it(
    open_browser: OpenBrowser, site: RunningSite, articles: Iterator[Any]
) -> None:
    article, page = next(articles), open_browser()
    page.route(re.compile("/thanks/"), lambda route: route.abort())
    open_article(page, site, article)
    answer(page, "Yes")
    link = page.get_by_role("link", name="Tell us why")
    link.wait_for()
    page.unroute(re.compile("/thanks/"))
    link.click()
    page.wait_for_url(f"{site.url}/vote/{article['id']}/thanks/")
    assert page.get_by_role("group", name="What was good about it?").is_visible()


def test_a_refusal_is_told_in_place_in_the_site_s_words(
    open_browser: OpenBrowser, site: RunningSite, articles: Iterator[Any]
) -> None:
    def refuse(route: Route) -> None:
        body = json.dumps({"title": "Too many votes for now", "status": 429, "detail": REFUSED})
        route.fulfill(status=429, body=body, content_type="application/problem+json")

    page = open_browser()
    open_article(page, site, next(articles))
    page.route(re.compile(r"/vote/\d+/$"), refuse)
    answer(page, "Yes")
    expect(page.get_by_role("status").filter(has_text=REFUSED)).to_be_visible()
    assert page.get_by_text("No votes yet").is_visible()
    assert page.locator("[aria-pressed=true], form.reasons").count() == 0


class TestFigures:
    """The figure of now, on a page that may have lain in a cache."""

    def test_it_is_asked_for_once_when_the_question_comes_near(
        self, open_browser: OpenBrowser, site: RunningSite, long_articles: Iterator[Any]
    ) -> None:
        page, asked, article = open_browser(), [], next(long_articles)
        page.on("response", lambda answer: asked.append(answer.status) if "/tally" in answer.url else None)
        page.add_init_script(SHIFTS)
        open_article(page, site, article)
        page.wait_for_load_state("networkidle")
        assert asked == []
        headers = {"Sec_Fetch_Site": "same-origin", "Content_Type": "application/x-www-form-urlencoded"}
        assert site.fetch(f"/vote/{article['id']}/", "POST", "vote=yes", **headers).status == 303
        page.locator("#helpful").scroll_into_view_if_needed()
        page.get_by_text("1 out of 1 found this helpful").wait_for()
        page.evaluate("scrollTo(0, 0)")
        page.locator("#helpful").scroll_into_view_if_needed()
        assert asked == [200]
        assert page.evaluate("window.shifts") == []

    def test_where_nothing_changed_nothing_is_sent(
        self, open_browser: OpenBrowser, site: RunningSite, articles: Iterator[Any]
    ) -> None:
        page = open_browser()
        with page.expect_response(re.compile("/tally")) as told:
            open_article(page, site, next(articles))
        assert told.value.status == 304
        assert page.get_by_text("No votes yet").is_visible()

    @pytest.mark.parametrize("width", [320, 390, 1440])
    def test_nothing_moves_for_who_has_voted_before(
        self, open_browser: OpenBrowser, site: RunningSite, long_articles: Iterator[Any], width: int
    ) -> None:
        page = open_browser(width=width)
        page.add_init_script(SHIFTS)
        open_article(page, site, next(long_articles))
        page.locator("#helpful").scroll_into_view_if_needed()
        answer(page, "Yes")
        page.locator("form.reasons").wait_for()
        page.reload()
        page.locator("button[value=yes][aria-pressed=true]").wait_for(state="attached")
        assert page.evaluate("window.shifts") == []
