"""The versions of an article as tests ask for them."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from reversion.models import Revision, Version

from articles.models import Article
from tests.articles.admin.desk import soup


def revisions(article: Article) -> list[Revision]:
    """The revisions of the article, the oldest first."""
    return [version.revision for version in Version.objects.get_for_object(article).order_by("pk")]


def comments(article: Article) -> list[str]:
    return [revision.comment for revision in revisions(article)]


def address(view: str, article: Article, *keys: int) -> str:
    return reverse(f"admin:articles_article_{view}", args=[article.pk, *keys])


def compare(client: Client, article: Article, old: int = -2, new: int = -1) -> HttpResponse:
    """The comparison of two revisions, by their places in the row of all."""
    keys = [revision.pk for revision in revisions(article)]
    return client.get(address("compare", article), {"one": keys[old], "other": keys[new]})


def words(response: HttpResponse) -> str:
    assert response.status_code == 200
    cells = [cell.get_text() for cell in soup(response).select(".differences :is(caption, th, td)")]
    return " ".join(" ".join(cells).split())


def restore(client: Client, article: Article, place: int = 0) -> HttpResponse:
    """Restore the revision at a place by its page."""
    url = address("restore", article, revisions(article)[place].pk)
    page = soup(client.get(url))
    token = page.select_one("[name=save_token]")
    assert token is not None, page.select_one("#content").get_text(" ", strip=True)
    return client.post(url, {"save_token": token["value"]})
