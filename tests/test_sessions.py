"""The running site with somebody logged in: what is private stays private. FAULTS U01, C04, C13, A01."""

import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest

from tests.running_site import Answer, RunningSite
from tests.world import CANARY, EDITOR

LOGIN = "/admin/login/"


def cookies_of(answer: Answer) -> dict[str, str]:
    jar = SimpleCookie()
    for line in answer.headers.get_all("Set-Cookie", []):
        jar.load(line)
    return {name: morsel.value for name, morsel in jar.items()}


def log_in(site: RunningSite, **cookies: str) -> Answer:
    """Log the editor in, beginning with the cookies given."""
    form = site.fetch(LOGIN)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.body)[1]
    cookies |= cookies_of(form)
    fields = {"csrfmiddlewaretoken": token, "username": EDITOR[0], "password": EDITOR[1], "next": "/admin/"}
    return site.fetch(
        LOGIN,
        "POST",
        urlencode(fields),
        Cookie="; ".join(f"{name}={value}" for name, value in cookies.items()),
        Content_Type="application/x-www-form-urlencoded",
        Origin=site.url,
    )


@pytest.fixture(scope="module")
def session(site: RunningSite) -> str:
    """The Cookie header of an editor who has logged in."""
    answer = log_in(site)
    assert answer.status == 302
    return "; ".join(f"{name}={value}" for name, value in cookies_of(answer).items())


def test_logging_in_changes_the_session_key(site: RunningSite) -> None:
    planted = site.shell(
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "session = SessionStore(); session['planted'] = True; session.save(); print(session.session_key)"
    ).strip()
    given = cookies_of(log_in(site, sessionid=planted))["sessionid"]
    assert given != planted
    assert site.fetch("/admin/", Cookie=f"sessionid={given}").status == 200
    assert site.fetch("/admin/", Cookie=f"sessionid={planted}").status == 302


def test_the_session_reaches_the_admin_and_no_other_page(site: RunningSite) -> None:
    lines = log_in(site).headers.get_all("Set-Cookie")
    assert len(lines) == 2
    for line in lines:
        assert "Path=/admin/" in line
        assert "HttpOnly" in line
        assert "SameSite=Lax" in line


def test_public_pages_set_no_cookie_and_may_be_cached(site: RunningSite) -> None:
    for name, path in site.world["pages"].items():
        answer = site.fetch(path)
        assert answer.headers.get_all("Set-Cookie") is None, name
        assert "cookie" not in answer.headers.get("Vary", "").lower(), name
        if name != "thanks":
            assert re.search(
                r"^public, max-age=[1-9]|max-age=[1-9]\d*, public", answer.headers["Cache-Control"]
            ), name


def test_public_pages_are_the_same_for_an_editor(site: RunningSite, session: str) -> None:
    for path in site.world["pages"].values():
        anonymous, editor = site.fetch(path), site.fetch(path, Cookie=session)
        assert editor.body == anonymous.body, path
        assert editor.headers["Cache-Control"] == anonymous.headers["Cache-Control"], path


def test_public_pages_carry_no_token_and_no_nonce(site: RunningSite) -> None:
    for path in site.world["pages"].values():
        first, second = site.fetch(path), site.fetch(path)
        assert first.body == second.body, path
        assert "csrfmiddlewaretoken" not in first.body
        assert "nonce" not in first.body + first.headers["Content-Security-Policy"]


def test_what_an_editor_sees_is_stored_nowhere(site: RunningSite, session: str) -> None:
    for path in (
        "/admin/",
        "/admin/articles/article/",
        f"/admin/articles/article/{site.world['draft']}/change/",
    ):
        answer = site.fetch(path, Cookie=session)
        assert answer.status == 200, path
        assert {"private", "no-store"} <= set(re.split(r",\s*", answer.headers["Cache-Control"])), path
        assert site.fetch(path).status == 302, "the next visitor gets it too"


def test_a_visitors_own_vote_is_stored_nowhere(site: RunningSite) -> None:
    path = f"/vote/{site.world['digest']}/"
    for answer in (
        site.fetch(path),
        site.fetch(
            path, "POST", "vote=yes", Origin=site.url, Content_Type="application/x-www-form-urlencoded"
        ),
        site.fetch(f"{path}thanks/"),
    ):
        assert "no-store" in answer.headers["Cache-Control"]


@pytest.fixture(scope="module")
def walked(site: RunningSite) -> dict[str, Answer]:
    """Every page that links lead to, as a crawler finds them."""
    found: dict[str, Answer] = {}
    waiting = list(site.world["pages"].values())
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = site.fetch(path)
            links = re.findall(r"<(?:a|link)\b[^>]*\bhref=\"(/[^\"#]*)", found[path].body)
            waiting += [link.replace("&amp;", "&") for link in links if not link.startswith("/admin/")]
    return found


def test_no_link_is_broken(site: RunningSite, walked: dict[str, Answer]) -> None:
    broken = {path for path, answer in walked.items() if answer.status != 200}
    assert broken == {site.world["pages"]["missing"], site.world["pages"]["gone"]}


def test_nothing_of_a_hidden_article_is_shown(walked: dict[str, Answer]) -> None:
    assert len(walked) > 20
    assert [path for path, answer in walked.items() if CANARY in answer.body] == []
