"""Pages that no address shows by itself: what a browser gets when something fails or a vote is refused."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Page

from policytracker import errors
from tests.running_site import RunningSite

ERRORS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "bad request": errors.bad_request,
    "denied": errors.permission_denied,
    "broken": errors.server_error,
}
REFUSALS = (*ERRORS, "refused vote")


def open_refusal(page: Page, site: RunningSite, name: str) -> None:
    """Open one of REFUSALS, with the running site's styles."""
    url = f"{site.url}/vote/{site.world['digest']}/" if name == "refused vote" else f"{site.url}/refusal/"
    if name == "refused vote":
        page.route(url, lambda route: route.continue_(method="POST", post_data="vote=perhaps"))
    else:
        answer = ERRORS[name](RequestFactory().get("/refusal/"))
        page.route(url, lambda route: route.fulfill(
            status=answer.status_code, body=answer.content.decode(), content_type="text/html; charset=utf-8"
        ))  # fmt: skip
    response = page.goto(url)
    assert response is not None
    assert response.status in (400, 403, 422, 500)
    assert "html" in response.headers["content-type"]


def open_page(page: Page, site: RunningSite, name: str) -> None:
    """Open one of REFUSALS or a page of the world."""
    if name in REFUSALS:
        open_refusal(page, site, name)
    else:
        page.goto(site.page(name))
