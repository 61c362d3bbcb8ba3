"""The running site: what it answers to a hostile or curious client. FAULTS U05, O02, C01, C02."""

import re
from pathlib import Path

import pytest

from tests.running_site import RunningSite

LISTS = Path(__file__).parent / "hostile"
EVIL = "evil.example"


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


class TestHostHeader:
    @pytest.mark.parametrize(
        "head",
        [
            "GET / HTTP/1.1\nHost: {evil}",
            "GET / HTTP/1.1\nHost: {ours}\nHost: {evil}",
            "GET / HTTP/1.1\nHost: {evil}\nHost: {ours}",
            "GET http://{ours}/ HTTP/1.1\nHost: {evil}",
            "GET / HTTP/1.1\nHost: {ours}@{evil}",
            "GET / HTTP/1.1\nHost: {ours}.{evil}",
            "GET / HTTP/1.1\nHost:",
            "GET / HTTP/1.0",
        ],
        ids=["foreign", "second", "first", "absolute form", "user info", "suffix", "empty", "none"],
    )
    def test_a_host_that_is_not_ours_is_refused(self, site: RunningSite, head: str) -> None:
        ours = f"127.0.0.1:{site.port}"
        answer = site.raw(head.format(ours=ours, evil=EVIL) + "\nConnection: close\n\n")
        assert status_of(answer) == 400
        assert EVIL.encode() not in answer

    def test_a_foreign_authority_in_the_request_line_reaches_no_page(self, site: RunningSite) -> None:
        answer = site.raw(f"GET http://{EVIL}/ HTTP/1.1\nHost: 127.0.0.1:{site.port}\nConnection: close\n\n")
        assert EVIL.encode() not in answer

    def test_canonical_links_come_from_the_setting(self, site: RunningSite) -> None:
        path = site.world["pages"]["digest"]
        page = site.fetch(path, Host=f"localhost:{site.port}").body
        assert re.search(r'<link rel="canonical" href="([^"]+)"', page)[1] == site.url + path


# Headers that a proxy, a framework or a developer's tool gives a meaning to; none may reach a page.
UNKEYED = (LISTS / "unkeyed_headers.txt").read_text().split()


class TestUnkeyedHeaders:
    def test_no_header_changes_a_page(self, site: RunningSite) -> None:
        path = site.world["pages"]["digest"]
        clean = site.fetch(path)
        assert clean.status == 200
        changed = [
            name
            for name in UNKEYED
            if site.fetch(path, **{name.replace("-", "_"): f"https://{EVIL}/x"})[::2] != clean[::2]
        ]
        assert changed == []
        assert site.fetch(path)[::2] == clean[::2]

    def test_no_cookie_changes_a_page(self, site: RunningSite) -> None:
        for path in site.world["pages"].values():
            clean = site.fetch(path)
            marked = site.fetch(
                path, Cookie="sessionid=marker7; csrftoken=marker7; theme=marker7; voter=marker7"
            )
            assert marked[::2] == clean[::2], path


CLOSED = (LISTS / "closed_addresses.txt").read_text().split()


class TestClosedDoors:
    def test_what_is_no_page_is_not_found(self, site: RunningSite) -> None:
        head = f" HTTP/1.1\nHost: 127.0.0.1:{site.port}\nConnection: close\n\n"
        answers = {path: site.raw(f"GET {path}{head}") for path in CLOSED}
        assert {path: answer for path, answer in answers.items() if status_of(answer) != 404} == {}
        assert not [path for path, answer in answers.items() if b"SECRET" in answer or b"Traceback" in answer]

    @pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PROPFIND"])
    def test_methods_that_no_page_has_are_refused(self, site: RunningSite, method: str) -> None:
        for path in site.world["pages"].values():
            answer = site.raw(
                f"{method} {path} HTTP/1.1\nHost: 127.0.0.1:{site.port}\nX-Marker: seen7\n"
                "Content-Length: 0\nConnection: close\n\n"
            )
            assert status_of(answer) in (400, 403, 404, 405), path
            assert b"seen7" not in answer

    def test_an_error_page_shows_nothing_of_the_machine(self, site: RunningSite) -> None:
        for path in ("/articles/there-is-none/", "/vote/0/", "/regions/nowhere/"):
            answer = site.fetch(path)
            assert answer.status == 404
            assert not re.search(r"Traceback|DEBUG|urlpatterns|/site-packages/|INSTALLED_APPS", answer.body)

    def test_no_answer_names_the_framework_or_a_version(self, site: RunningSite) -> None:
        headers = site.fetch("/").headers
        assert "X-Powered-By" not in headers
        assert not re.search(r"\d", headers.get("Server", ""))

    def test_the_admin_asks_for_a_login(self, site: RunningSite) -> None:
        answer = site.fetch("/admin/articles/article/")
        assert answer.status == 302
        assert answer.headers["Location"].startswith("/admin/login/")


class TestMalformedRequests:
    @pytest.mark.parametrize(
        "request_text",
        [
            "GET /\x01 HTTP/1.1\nHost: {ours}\n\n",
            "GET / HTTP/9.9\nHost: {ours}\n\n",
            "nonsense\n\n",
            "GET / HTTP/1.1\nHost: {ours}\nbad header line\n\n",
            "POST /vote/1/ HTTP/1.1\nHost: {ours}\nContent-Length: -1\n\n",
        ],
        ids=["control character", "version", "nonsense", "header", "length"],
    )
    def test_it_is_refused_and_the_site_stays_up(self, site: RunningSite, request_text: str) -> None:
        answer = site.raw(request_text.format(ours=f"127.0.0.1:{site.port}"))
        assert answer == b"" or status_of(answer) in (400, 411, 505)
        assert site.fetch("/healthz").status == 200
