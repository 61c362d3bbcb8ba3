"""An editor at the desk: opens admin pages, fills in their forms as rendered, and sends them."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

Data = dict[str, list[str]]

ADD = "admin:articles_article_add"
CHANGE = "admin:articles_article_change"
LIST = "admin:articles_article_changelist"


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def errors(response: HttpResponse) -> list[str]:
    """The messages that the page shows beside its fields and above them."""
    return [li.get_text(" ", strip=True) for li in soup(response).select(".errorlist li")]


class Form:
    """The form of an admin page: what a browser would send of it, and what an editor types into it."""

    def __init__(self, client: Client, url: str) -> None:
        self.client, self.url = client, url
        response = client.get(url)
        assert response.status_code == 200, (url, response.status_code)
        self.read(soup(response))

    def read(self, page: BeautifulSoup) -> None:
        """Take over the form of a page as it was rendered."""
        self.page = page
        form = page.select_one("#content-main form[method=post]")
        assert form is not None
        self.data: Data = {}
        for name, value in _values(form):
            if "__prefix__" not in name:
                self.data.setdefault(name, []).append(value)
        self.rows = {
            name.removesuffix("-TOTAL_FORMS"): int(value[0])
            for name, value in self.data.items()
            if name.endswith("-TOTAL_FORMS")
        }
        self.empty = [(name, value) for name, value in _values(form) if "__prefix__" in name]

    def fill(self, prefix: str = "", **fields: Any) -> "Form":
        """Type into fields; a list chooses several, None leaves a box unticked."""
        for name, value in fields.items():
            key = f"{prefix}-{name}" if prefix else name
            if value is None:
                self.data.pop(key, None)
            else:
                self.data[key] = [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value)]
        return self

    def add(self, inline: str, **fields: Any) -> str:
        """Press "Add another …", fill in the new row, and return its prefix."""
        prefix = f"{inline}-{self.rows[inline]}"
        self.rows[inline] += 1
        self.data[f"{inline}-TOTAL_FORMS"] = [str(self.rows[inline])]
        for name, value in self.empty:
            if name.startswith(f"{inline}-__prefix__-"):
                self.data.setdefault(name.replace(f"{inline}-__prefix__", prefix), []).append(value)
        self.fill(prefix, **fields)
        return prefix

    def send(self, button: str = "_save") -> HttpResponse:
        """Press a button."""
        return self.client.post(self.url, {**self.data, button: "1"})

    def save(self) -> HttpResponse:
        """Press Save, which must succeed."""
        response = self.send()
        assert response.status_code == 302, errors(response)
        return response


def add_article(client: Client) -> Form:
    return Form(client, reverse(ADD))


def change_article(client: Client, pk: int) -> Form:
    return Form(client, reverse(CHANGE, args=[pk]))


def _values(form: Tag) -> Iterator[tuple[str, str]]:
    """What a browser sends of a form's fields as they are, buttons aside, and those of its templates."""
    for field in form.find_all(["input", "select", "textarea"], attrs={"name": True}):
        name, kind = str(field["name"]), field.get("type", "")
        if field.name == "select":
            yield from ((name, str(option.get("value", ""))) for option in _chosen(field))
        elif field.name == "textarea":
            yield name, field.get_text().removeprefix("\n")
        elif kind in ("checkbox", "radio"):
            if field.has_attr("checked"):
                yield name, str(field.get("value", "on"))
        elif kind not in ("submit", "button", "reset"):
            yield name, str(field.get("value", ""))


def _chosen(select: Tag) -> list[Tag]:
    chosen = select.select("option[selected]")
    if not chosen and not select.has_attr("multiple"):
        return select.select("option")[:1]
    return list(chosen)
