"""A visitor's browser as the vote's tests need it: an address, a name, a language, and cookies of its own."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from articles.models import Article

OWN_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


class Browser:
    """Votes as the page's script does, or with ``as_form`` as the page's form does."""

    def __init__(self, address: str = "203.0.113.7", agent: str = "Gecko", language: str = "en") -> None:
        headers = {"User-Agent": agent, "Accept-Language": language}
        self.client = Client(headers=headers, REMOTE_ADDR=address)

    def vote(self, article: Article, answer: str, *, as_form: bool = False, **said: str) -> Any:
        """Post a vote from the site's own page."""
        headers = OWN_ORIGIN | {"Accept": "text/html" if as_form else "application/json"}
        return self.client.post(f"/vote/{article.pk}/", {"vote": answer} | said, headers=headers)

    def standing(self, article: Article) -> Any:
        """Return what the site tells this visitor of the votes."""
        return self.client.get(f"/vote/{article.pk}/").json()

    def thanks(self, article: Article) -> HttpResponse:
        """Open the page of thanks."""
        response: HttpResponse = self.client.get(f"/vote/{article.pk}/thanks/")
        return response


def strangers(number: int) -> list[Browser]:
    """Return browsers that differ in their networks, so that none is another's double click."""
    return [Browser(address=f"198.18.{index}.1") for index in range(number)]
