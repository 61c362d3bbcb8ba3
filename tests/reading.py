"""Reads pages as a reader or a script does: by elements and their texts."""

from bs4 import BeautifulSoup, Tag
from django.test import Client


def read(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    """Fetch a page and parse it; fails where the answer is not ``status``."""
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.status_code}"
    return BeautifulSoup(response.content, "html.parser")


def words(element: Tag | None) -> str:
    """Return the text of an element in one line."""
    assert element is not None, "no such element"
    return " ".join(element.get_text().split())


def all_words(page: Tag, selector: str) -> list[str]:
    """Return the text of every element that the CSS selector finds."""
    return [words(element) for element in page.select(selector)]


def links(page: Tag, selector: str = "") -> list[str]:
    """Return the addresses that the links inside the selected elements lead to."""
    return [str(link["href"]) for link in page.select(f"{selector} a[href]".strip())]
