"""Votes in a browser: in place, by pages without JavaScript, never from elsewhere. FAULTS W04, U06."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenBrowser
from tests.running_site import RunningSite


def tally(site: RunningSite, post: dict) -> str:
    return site.fetch(f"/vote/{post['id']}/tally").body


def test_without_javascript_a_reader_reads_votes_changes_and_withdraws(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(site.page("digest"))
    assert page.locator("[data-number]").count() == 3
    page.goto(site.url + site.world["posts"][2]["path"])
    page.get_by_role("button", name="Yes").click()
    assert re.search(r"/vote/\d+/thanks/$", page.url)
    assert page.get_by_text("1 out of 1 found this helpful").is_visible()
    page.get_by_role("button", name="Change it to No").click()
    assert page.get_by_text("0 out of 1 found this helpful").is_visible()
    page.get_by_role("button", name="Withdraw my vote").click()
    assert page.get_by_text("No votes yet").is_visible()
    page.get_by_role("link", name="Back to the article").click()
    assert page.url == site.url + site.world["posts"][2]["path"] + "#helpful"


def test_with_javascript_the_page_stays_and_the_figure_moves(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser()
    address = site.url + site.world["posts"][3]["path"]
    page.goto(address)
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_text("0 out of 1 found this helpful").wait_for()
    page.get_by_role("button", name="Yes").click()
    page.get_by_text("1 out of 1 found this helpful").wait_for()
    assert page.url == address
    page.reload()
    page.locator("button[value=yes][aria-pressed=true]").wait_for()
    page.get_by_role("button", name="Withdraw my vote").click()
    page.get_by_text("No votes yet").wait_for()


def test_reading_sets_no_cookie_and_voting_one_for_votes_alone(
    open_browser: OpenBrowser, site: RunningSite
) -> None:
    page = open_browser()
    page.goto(site.url + site.world["posts"][4]["path"])
    assert page.context.cookies() == []
    page.get_by_role("button", name="Yes").click()
    page.get_by_text("1 out of 1 found this helpful").wait_for()
    (cookie,) = page.context.cookies()
    assert (cookie["path"], cookie["httpOnly"], cookie["sameSite"]) == ("/vote/", True, "Lax")


class TestOtherOrigins:
    """Pages of other origins, which want this browser's vote."""

    @pytest.fixture
    def elsewhere(self, site: RunningSite) -> Iterator[str]:
        """A site on another port whose only page posts a vote for the last post as a form."""
        action = f"{site.url}/vote/{site.world['posts'][5]['id']}/"
        page = f'<form method="post" action="{action}"><button name="vote" value="yes">Prize</button></form>'

        class Elsewhere(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(page.encode())

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f":{server.server_port}/"
        server.shutdown()
        server.server_close()

    @pytest.mark.parametrize(
        "host", ["http://localhost", "http://127.0.0.1"], ids=["other site", "other port"]
    )
    def test_a_form_there_is_refused(
        self, open_browser: OpenBrowser, site: RunningSite, elsewhere: str, host: str
    ) -> None:
        post = site.world["posts"][5]
        before = tally(site, post)
        page = open_browser()
        page.goto(host + elsewhere)
        with page.expect_response(re.compile("/vote/")) as answer:
            page.get_by_role("button").click()
        assert answer.value.status == 403
        assert tally(site, post) == before
        assert page.context.cookies() == []

    @pytest.mark.parametrize("mode", ["no-cors", "cors"])
    def test_a_script_there_is_refused(
        self, open_browser: OpenBrowser, site: RunningSite, elsewhere: str, mode: str
    ) -> None:
        post = site.world["posts"][5]
        address = f"/vote/{post['id']}/"
        before, refused = tally(site, post), site.log.read_text().count(f"Forbidden: {address}")
        page = open_browser()
        page.goto("http://localhost" + elsewhere)
        page.evaluate(
            """([address, mode]) => fetch(address, {
                method: "POST", mode, credentials: "include", body: new URLSearchParams({vote: "yes"}),
            }).catch(() => null)""",
            [site.url + address, mode],
        )
        assert site.log.read_text().count(f"Forbidden: {address}") == refused + 1
        assert tally(site, post) == before

    def test_a_frame_there_stays_empty(
        self, open_browser: OpenBrowser, site: RunningSite, elsewhere: str
    ) -> None:
        page: Page = open_browser()
        page.goto("http://localhost" + elsewhere)
        with page.expect_console_message(lambda message: "frame" in message.text.lower()):
            page.evaluate(
                """(address) => {
                    const frame = document.createElement("iframe");
                    frame.src = address;
                    document.body.append(frame);
                }""",
                site.page("post"),
            )
        assert page.frames[-1].get_by_role("button").count() == 0
