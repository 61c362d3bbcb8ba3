"""What is drawn quickly is what Django draws."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.forms.renderers import DjangoTemplates

from articles.forms.quick_rendering import QuickRenderer

HOSTILE = "\"'><script>alert(1)</script>&amp;"
WIDGETS = [
    (forms.TextInput(), HOSTILE),
    (forms.TextInput(attrs={"class": HOSTILE, "disabled": True, "readonly": False}), None),
    (forms.NumberInput(attrs={"min": 0}), 0),
    (forms.URLInput(), "https://example.org/?a=1&b=2"),
    (forms.DateInput(), "2020-04-08"),
    (forms.HiddenInput(), 7),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.Textarea(), f"\n  two lines\n{HOSTILE}"),
    (forms.Textarea(), ""),
    (forms.Select(choices=[("", "---"), ("a", HOSTILE), ("b", "B")]), "a"),
    (forms.SelectMultiple(choices=[(1, "one"), (2, "two"), (3, "three")]), [1, 3]),
    (forms.RadioSelect(choices=[("a", "A")]), "a"),
]


def drawn(
    widget: forms.Widget, value: Any, renderer: DjangoTemplates
) -> list[tuple[str, dict[str, Any], str]]:
    """The elements with their attributes and own text: what a browser makes of the HTML."""
    html = widget.render("name", value, attrs={"id": "id_name"}, renderer=renderer)
    page = BeautifulSoup(html, "html.parser")
    return [(tag.name, dict(tag.attrs), "".join(tag.find_all(string=True, recursive=False)).strip(" \n"))
            for tag in page.find_all()]  # fmt: skip


@pytest.mark.parametrize(("widget", "value"), WIDGETS)
def test_a_widget_is_drawn_as_django_draws_it(widget: forms.Widget, value: Any) -> None:
    assert drawn(widget, value, QuickRenderer()) == drawn(widget, value, DjangoTemplates())


def test_a_texts_first_empty_line_is_kept() -> None:
    html = forms.Textarea().render("name", "\nafter", renderer=QuickRenderer())
    assert html.endswith(">\n\nafter</textarea>")  # browsers drop the first line break
