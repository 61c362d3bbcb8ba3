"""What holds for every public page: caches may keep it, and it knows the site's name."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import has_vary_header, patch_cache_control

ADMIN_PREFIX = "/admin/"
ERROR_MAX_AGE = 5  # seconds; FAULTS.md C03: a page missing now may exist in a moment

_CACHEABLE = {200, 301, 304}
_BRIEFLY_CACHEABLE = {404, 410}


class PublicCacheMiddleware:
    """Say on every answer how long shared caches may keep it.

    Views that say so themselves are left alone. What depends on a cookie is private, whatever it says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with a Cache-Control header."""
        response = self.get_response(request)
        if self._is_private(request, response):
            if not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True, no_store=True)
        elif response.status_code in _CACHEABLE:
            patch_cache_control(response, public=True, max_age=settings.PUBLIC_MAX_AGE)
        else:
            patch_cache_control(response, public=True, max_age=ERROR_MAX_AGE)
        return response

    @staticmethod
    def _is_private(request: HttpRequest, response: HttpResponseBase) -> bool:
        return (
            response.has_header("Cache-Control")
            or bool(response.cookies)
            or has_vary_header(response, "Cookie")
            or request.path_info.startswith(ADMIN_PREFIX)
            or request.method not in ("GET", "HEAD")
            or response.status_code not in _CACHEABLE | _BRIEFLY_CACHEABLE
        )


def site(request: HttpRequest) -> dict[str, Any]:
    """Context of every template: the site's name, its canonical address, and whether it is a demo."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical_url": f"{settings.SITE_URL}{request.path}",
        "demo": settings.DEMO,
    }
