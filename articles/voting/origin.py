"""Whether a vote comes from a page of this site. A token can't live in a page that caches hand to everybody.

The order follows what browsers do: ``Sec-Fetch-Site`` first, since ``Referrer-Policy: no-referrer`` makes
honest posts say ``Origin: null``; then ``Origin``; then ``Referer``; a post that says nothing is refused.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from articles.voting.refusals import ForeignOriginError

_OWN_FETCH_SITES = ("same-origin", "none")
_DEFAULT_PORTS = {"http": 80, "https": 443}

Origin = tuple[str, str, int]


def require_own_origin(request: HttpRequest) -> None:
    """Raise :exc:`ForeignOriginError` unless the request was made by this site's own pages."""
    if not is_own_origin(request):
        raise ForeignOriginError


def is_own_origin(request: HttpRequest) -> bool:
    """Tell whether the request's headers say that a page of this site made it."""
    headers = request.headers
    if "Sec-Fetch-Site" in headers:
        return headers["Sec-Fetch-Site"] in _OWN_FETCH_SITES
    source = headers.get("Origin", headers.get("Referer", ""))
    return origin_of(source) in _own_origins(request)


def origin_of(url: str) -> Origin | None:
    """Return scheme, host and port of an address; None for ``null`` and for what is no web address."""
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname else None


def _own_origins(request: HttpRequest) -> set[Origin]:
    addresses = [
        settings.SITE_URL,
        f"{request.scheme}://{request.get_host()}",
        *settings.CSRF_TRUSTED_ORIGINS,
    ]
    return {origin for address in addresses if (origin := origin_of(address))}
