"""Rich text in the admin: written in the prose editor, shown as readers see it where it can't be changed."""

from typing import Any, TypeVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from js_asset import Media

from articles.templatetags.prose import rich_text

Row = TypeVar("Row", bound=models.Model)

_SHOWN = {name: f"shown_{name}" for name in ("introduction", "body", "conclusion")}


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


class ShownTexts:
    """Fields that show rich text to those who may only read it (a mixin)."""

    @admin.display(description="Introduction")
    def shown_introduction(self, row: Any) -> SafeString:
        """The introduction as readers see it."""
        return _shown(row, "introduction")

    @admin.display(description="Body")
    def shown_body(self, row: Any) -> SafeString:
        """The body as readers see it."""
        return _shown(row, "body")

    @admin.display(description="Conclusion")
    def shown_conclusion(self, row: Any) -> SafeString:
        """The conclusion as readers see it."""
        return _shown(row, "conclusion")


def to_be_read(fieldsets: Any) -> Any:
    """Return the fieldsets with rich text shown instead of its source."""
    return [
        (name, {**options, "fields": [_SHOWN.get(field, field) for field in options["fields"]]})
        for name, options in fieldsets
    ]


def _shown(row: Any, name: str) -> SafeString:
    return rich_text(getattr(row, name), "long" if row._meta.get_field(name).long else "")
