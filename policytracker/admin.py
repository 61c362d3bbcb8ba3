"""The admin site: Django's own, under the product's name."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest


class PolicytrackerAdminSite(admin.AdminSite):
    """The editors' door."""

    site_url = "/"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Name the site as its operator does."""
        name = settings.SITE_NAME
        return {**super().each_context(request), "site_header": name, "site_title": name}
