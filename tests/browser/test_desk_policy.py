"""Every page of the desk in a real browser: the content security policy stops nothing that it does."""

from playwright.sync_api import Page

from tests.browser.test_hostile_content import faults_noted, visit
from tests.running_site import RunningSite

MODELS = ("article", "policyitem", "topic", "series", "helpfulvote")
PAGES = (
    *("", "articles/", "regions/", "password_change/"),
    *(f"articles/{model}/" for model in MODELS),
    *(f"articles/{model}/add/" for model in ("article", "topic", "series")),
    *("regions/region/", "regions/region/add/", "regions/region/{region}/change/"),
    *("articles/article/{digest}/change/", "articles/article/{digest}/history/"),
    *("articles/article/{draft}/delete/", "articles/article/{draft}/preview/"),
    *("articles/policyitem/{item}/change/", "articles/policyitem/{item}/history/"),
    *("articles/policyitem/{item}/delete/", "articles/policyitem/?q=china&article__status=published"),
    *("articles/policyitem/regions-without-news/", "articles/policyitem/topics-without-news/"),
    *("articles/helpfulvote/worklist/", "articles/helpfulvote/held/"),
)


def test_the_policy_is_never_broken(desk: Page, site: RunningSite) -> None:
    with faults_noted(desk) as faults:
        for path in PAGES:
            faults += visit(desk, f"{site.url}/admin/{path.format(**site.world)}")
    assert faults == []
