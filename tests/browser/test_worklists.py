"""The dashboard and the worklists in a browser: the policy kept, no violation of WCAG. FAULTS S03, W01."""

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.test_accessibility import SCHEMES, violations
from tests.running_site import RunningSite

WIDTHS = (420, 1300)
PAGES = (
    "",
    "articles/helpfulvote/worklist/",
    "articles/helpfulvote/worklist/?order=let-down",
    "articles/helpfulvote/comments/{hostile}/",
    "articles/helpfulvote/held/",
    "articles/helpfulvote/held/{hostile}/?since=2020-01-01T00:00&until=2100-01-01T00:00",
    "articles/policyitem/regions-without-news/?days=1",
    "articles/policyitem/topics-without-news/?days=1",
)

# Enough of everything for each list to have rows: votes that count and wait, old items, hostile words.
BALLOTS = """
from datetime import timedelta
from django.utils import timezone
from articles.models import Article, PolicyItem
from tests.articles.admin.worklists.ballots import cast, judged
from tests.factories import make_article, make_item
from tests.world import HOSTILE
hostile = Article.objects.get(slug="hostile")
if not hostile.votes.exists():
    judged(hostile, no=20, yes=2, reason="incomplete", comment=HOSTILE)
    judged(Article.objects.published().exclude(pk=hostile.pk).first(), no=2, yes=40)
    cast(hostile, 5, state="held")
    Article.objects.filter(pk=hostile.pk).update(published_at=timezone.now() - timedelta(days=200))
    for item in hostile.items.all():
        item.save()
    draft = make_article("Changed together", status="draft", published_at=None)
    for _ in range(3):
        make_item(draft)
"""


@pytest.fixture(scope="module")
def world(site: RunningSite) -> dict[str, int]:
    """The site's world with ballots in it."""
    site.shell(BALLOTS)
    return {"hostile": site.world["hostile"]}


def faults(page: Page) -> list[str]:
    """What the policy blocked so far; then axe's findings: axe itself writes styles that are blocked."""
    blocked: list[str] = page.evaluate("window.faults")
    return blocked + violations(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_violation_and_breaks_no_policy(
    desk: Page, site: RunningSite, world: dict[str, int], path: str
) -> None:
    found = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        desk.set_viewport_size({"width": width, "height": 900})
        desk.emulate_media(color_scheme=scheme)
        response = desk.goto(f"{site.url}/admin/{path.format(**world)}")
        assert response is not None
        assert response.status == 200
        for details in desk.locator(".desk details").all():
            details.locator("summary").click()
        found[width, scheme] = faults(desk)
    assert {variant: wrong for variant, wrong in found.items() if wrong} == {}


@pytest.mark.usefixtures("world")
def test_items_are_changed_together_by_keyboard_alone(desk: Page, site: RunningSite) -> None:
    desk.goto(f"{site.url}/admin/articles/policyitem/?q=together")
    for box in desk.locator("input.action-select").all():
        box.press("Space")
    desk.locator("select[name=action]").first.focus()
    desk.keyboard.type("Change")
    desk.get_by_role("button", name="Go").first.press("Enter")
    button = desk.get_by_role("button", name="Change 3 items")
    button.wait_for()
    assert faults(desk) == []
    desk.get_by_label("What happened").focus()
    desk.keyboard.type("signed")
    button.press("Enter")
    desk.get_by_text("Changed 3 items.").wait_for()
    assert desk.evaluate("window.faults") == []
