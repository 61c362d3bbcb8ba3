from ipaddress import ip_network

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from policytracker.client import ClientAddressMiddleware, client_address

PROXY, OUTER, CLIENT = "10.0.0.9", "10.0.0.1", "203.0.113.7"


@pytest.mark.parametrize("forwarded_for", ["", CLIENT, "127.0.0.1", "garbage"])
def test_a_header_counts_for_nothing_without_a_trusted_proxy(forwarded_for: str) -> None:
    assert client_address(CLIENT, forwarded_for) == CLIENT


@override_settings(TRUSTED_PROXIES=[ip_network("10.0.0.0/8"), ip_network("fd00::/8")])
@pytest.mark.parametrize(
    ("remote", "forwarded_for", "address"),
    [
        (PROXY, CLIENT, CLIENT),
        (PROXY, f"{CLIENT}, {OUTER}", CLIENT),
        (PROXY, f"6.6.6.6, {CLIENT}", CLIENT),
        (PROXY, f" 6.6.6.6 ,{CLIENT} , {OUTER}", CLIENT),
        (PROXY, "", PROXY),
        (PROXY, "garbage", PROXY),
        (PROXY, "<script>, garbage", PROXY),
        (CLIENT, "6.6.6.6", CLIENT),
        ("fd00::1", "2001:db8::7", "2001:db8::7"),
        ("", CLIENT, ""),
    ],
)
def test_it_is_the_last_address_that_no_trusted_proxy_has(
    remote: str, forwarded_for: str, address: str
) -> None:
    assert client_address(remote, forwarded_for) == address


@override_settings(TRUSTED_PROXIES=[ip_network("10.0.0.0/8")])
def test_everything_behind_sees_the_clients_address() -> None:
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    request = RequestFactory(REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=CLIENT).get("/")
    ClientAddressMiddleware(view)(request)
    assert seen == [CLIENT]
