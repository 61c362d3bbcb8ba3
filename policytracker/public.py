"""What holds for every public page: caches may keep it, and it knows the site's name."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import has_vary_header, patch_cache_control

from policytracker.interface import active, addresses, twins

PRIVATE_PREFIXES = ("/admin/", "/preview/")
ERROR_MAX_AGE = 5  # seconds; FAULTS.md C03: a page missing now may exist in a moment

_CACHEABLE = {200, 301, 304}
_BRIEFLY_CACHEABLE = {404, 410}
_PRIVATE = {"private", "no-store"}


class PublicCacheMiddleware:
    """Say on every answer how long shared caches may keep it.

    Views that say so themselves are left alone, unless the answer depends on a cookie or sets one: that is
    private, whatever it says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with a Cache-Control header."""
        response = self.get_response(request)
        if _is_personal(response):
            if not _PRIVATE & set(response.get("Cache-Control", "").split(", ")):
                response["Cache-Control"] = "private, no-store"
        elif not response.has_header("Cache-Control"):
            patch_cache_control(response, **_freshness(request, response))
        return response


def _is_personal(response: HttpResponseBase) -> bool:
    return bool(response.cookies) or has_vary_header(response, "Cookie")


def _freshness(request: HttpRequest, response: HttpResponseBase) -> dict[str, Any]:
    is_page = request.method in ("GET", "HEAD") and not request.path_info.startswith(PRIVATE_PREFIXES)
    if is_page and response.status_code in _CACHEABLE:
        return {"public": True, "max_age": settings.PUBLIC_MAX_AGE}
    if is_page and response.status_code in _BRIEFLY_CACHEABLE:
        return {"public": True, "max_age": ERROR_MAX_AGE}
    return {"private": True, "no_store": True}


def site(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: the site's name and address, the page's in each language, whether a demo.

    Of a page of a list, ``page_query`` of its view belongs behind the page's addresses.
    """
    canonical, translations = addresses(request)
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical_url": f"{settings.SITE_URL}{canonical}",
        "translations": translations,
        "interface": active(),
        "twins": twins(request),
        "demo": settings.DEMO,
    }
