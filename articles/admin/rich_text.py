"""Rich text in the admin, shown as readers see it where it can't be changed."""

from typing import Any

from django.contrib import admin
from django.utils.safestring import SafeString

from articles.templatetags.prose import rich_text

_SHOWN = {name: f"shown_{name}" for name in ("introduction", "body", "conclusion")}


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
