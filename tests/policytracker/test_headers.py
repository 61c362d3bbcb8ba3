import re

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from policytracker.urls import handler400, handler403, handler404, handler500
from policytracker.urls import urlpatterns as ours
from tests.factories import make_editor

pytestmark = pytest.mark.django_db

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of the site")


def absent(request: HttpRequest) -> HttpResponse:
    raise Http404


urlpatterns = [path("broken/", broken), path("absent/", absent), *ours]

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture
def anybody(client: Client, settings) -> Client:
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return client


def policy(response: HttpResponse) -> dict[str, list[str]]:
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in directives}


@pytest.mark.parametrize("address", ["/", "/absent/", "/broken/", "/admin/login/", "/healthz", "/vote/1/"])
def test_every_answer_carries_the_security_headers(anybody: Client, address: str) -> None:
    response = anybody.get(address)
    assert {name: response[name] for name in EXPECTED} == EXPECTED
    assert "geolocation=()" in response["Permissions-Policy"]
    assert policy(response)["frame-ancestors"] == ["'none'"]
    assert policy(response)["default-src"] == ["'none'"]
    assert policy(response)["base-uri"] == ["'none'"]


def test_public_pages_allow_no_inline_script_or_style_and_no_other_host(anybody: Client) -> None:
    allowed = {value for values in policy(anybody.get("/")).values() for value in values}
    assert allowed == {"'none'", "'self'"}


def test_the_admin_allows_by_nonce_and_never_unsafe(anybody: Client) -> None:
    anybody.force_login(make_editor(), backend="policytracker.accounts.DemoAwareBackend")
    first, second = anybody.get("/admin/articles/article/add/"), anybody.get("/admin/articles/article/add/")
    assert "unsafe" not in first["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", first["Content-Security-Policy"])[1]
    assert nonce not in second["Content-Security-Policy"]
