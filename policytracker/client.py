"""Whose request it is: the address of the client, behind the proxies that the site trusts."""

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


def _is_trusted(address: str) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


def client_address(remote: str, forwarded_for: str) -> str:
    """Return the client's address: the last one of the chain that is no trusted proxy.

    ``remote`` is the address of the connection; ``forwarded_for`` the X-Forwarded-For header, which counts
    only as far as trusted proxies wrote it.
    """
    address = remote
    hops = [hop.strip() for hop in forwarded_for.split(",") if hop.strip()]
    while hops and _is_trusted(address):
        address = hops.pop()
    try:
        return str(ip_address(address))
    except ValueError:
        return remote


class ClientAddressMiddleware:
    """Put the client's address into ``REMOTE_ADDR`` for everything behind: limits, logs, log-ins."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as if the client had asked directly."""
        meta = request.META
        meta["REMOTE_ADDR"] = client_address(
            meta.get("REMOTE_ADDR", ""), meta.get("HTTP_X_FORWARDED_FOR", "")
        )
        return self.get_response(request)
