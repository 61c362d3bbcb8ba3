"""Pages of the admin with prose editors."""

from typing import Any, TypeVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from js_asset import Media

Row = TypeVar("Row", bound=models.Model)


class RichTextPage(admin.ModelAdmin[Row]):
    """Gives the page's import map the nonce of the request, and the scripts that name its editors."""

    class Media:
        js = [
            "admin/js/jquery.init.js",
            "js/admin/names.js",
            "js/admin/chosen-order.js",
            "js/admin/open-errors.js",
        ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Render the page with the nonce on every tag that its media write."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))  # type: ignore[attr-defined]
        return super().render_change_form(request, context, *args, **kwargs)
