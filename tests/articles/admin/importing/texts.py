"""Digests of our own words, and the importer's pages as an editor sends them."""

from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.articles.admin.desk import Form, soup

IMPORT = "admin:articles_article_import"
TEXT = """Harbour rules of the month

Three governments wrote rules for harbours in 2024.

1. Freedonia
On 3 March 2024 the parliament adopted a law on cranes. It binds every port with more than ten berths.

2. Ruritania
The king signed a decree on ferries. It holds for the lake, and for the river below it.


On 9 March 2024, Sylvania published a plan for its lighthouses. The coast guard will look after them.

4. Graustark
The cabinet sent a bill on tugs to the senate. Its vote is awaited in May.

Please contact the office for permission to reprint.
"""


class Import:
    """An import from its text on: each step sends what the page before holds."""

    def __init__(self, client: Client, text: str = TEXT) -> None:
        self.client, self.url = client, reverse(IMPORT)
        self.form = Form(client, self.url).fill(text=text)
        self.take(client.post(self.url, self.form.data))

    def take(self, response: HttpResponse) -> None:
        self.response = response
        if response.status_code == 200:
            self.form.read(soup(response))

    @property
    def page(self) -> BeautifulSoup:
        return self.form.page

    def press(self, button: str, value: str = "1", **fields: Any) -> HttpResponse:
        self.form.fill(**fields)
        self.take(self.client.post(self.url, {**self.form.data, button: value}))
        return self.response

    def do(self, deed: str, **fields: Any) -> HttpResponse:
        return self.press("do", deed, **fields)

    def create(self, **fields: Any) -> HttpResponse:
        return self.press("_create", **fields)

    def piece(self, words: str) -> str:
        """The index of the piece that says something."""
        found = next(li for li in self.page.select(".piece") if words in li.p.get_text())
        return str(found["id"]).removeprefix("piece-")

    def label(self, words: str) -> str:
        return self.page.select_one(f"#piece-{self.piece(words)} b").get_text()

    @property
    def items(self) -> list[str]:
        """The number and the heading of each item of the draft."""
        heads = self.page.select(".import-heading")
        return [
            f"{head.a.get_text().removeprefix('Item ')} {head.strong.get_text()}".strip() for head in heads
        ]


def uploaded(text: str | bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
