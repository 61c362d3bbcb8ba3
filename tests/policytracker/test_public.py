import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from policytracker.public import PublicCacheMiddleware


def cache_control(response: HttpResponse, path: str = "/", method: str = "GET") -> set[str]:
    request: HttpRequest = RequestFactory().generic(method, path)
    answer = PublicCacheMiddleware(lambda _: response)(request)
    return set(answer["Cache-Control"].split(", "))


@override_settings(PUBLIC_MAX_AGE=60)
@pytest.mark.parametrize("status", [200, 301, 304])
def test_a_page_may_be_kept_by_every_cache(status: int) -> None:
    assert cache_control(HttpResponse(status=status)) == {"public", "max-age=60"}


@pytest.mark.parametrize("status", [404, 410])
def test_an_absent_page_is_kept_for_seconds_only(status: int) -> None:
    assert cache_control(HttpResponse(status=status)) == {"public", "max-age=5"}


@pytest.mark.parametrize("status", [302, 400, 403, 429, 500, 503])
def test_other_answers_are_never_stored(status: int) -> None:
    assert cache_control(HttpResponse(status=status)) == {"private", "no-store"}


@pytest.mark.parametrize("path", ["/admin/", "/preview/abc.def"])
@pytest.mark.parametrize("status", [200, 301, 404])
def test_desks_and_previews_are_never_stored(path: str, status: int) -> None:
    assert cache_control(HttpResponse(status=status), path) == {"private", "no-store"}


def test_the_answer_to_a_post_is_never_stored() -> None:
    assert cache_control(HttpResponse(), method="POST") == {"private", "no-store"}


def test_a_view_that_says_otherwise_is_left_alone() -> None:
    assert cache_control(HttpResponse(headers={"Cache-Control": "public, max-age=5"})) == {
        "public",
        "max-age=5",
    }


@pytest.mark.parametrize(
    "said", [{}, {"Cache-Control": "public, max-age=60"}, {"Cache-Control": "max-age=60"}]
)
def test_an_answer_with_a_cookie_is_private_whatever_it_says(said: dict[str, str]) -> None:
    response = HttpResponse(headers=said)
    response.set_cookie("sessionid", "x")
    assert cache_control(response) == {"private", "no-store"}


def test_an_answer_that_varies_by_cookie_is_private() -> None:
    assert cache_control(HttpResponse(headers={"Vary": "Accept-Encoding, Cookie"})) == {"private", "no-store"}


def test_a_private_answer_keeps_its_own_words() -> None:
    response = HttpResponse(headers={"Vary": "Cookie", "Cache-Control": "max-age=0, no-cache, private"})
    assert cache_control(response) == {"max-age=0", "no-cache", "private"}
