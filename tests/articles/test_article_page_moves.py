import pytest
from django.test import Client

from articles.choices import ArticleStatus
from articles.models import Article
from tests.factories import make_article, make_digest
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def rename(article: Article, slug: str) -> None:
    article.slug = slug
    article.save()


def test_a_renamed_article_is_reached_by_its_old_address_in_one_hop(client: Client) -> None:
    article = make_article(slug="first")
    for slug in ("second", "third"):
        rename(article, slug)
    for old in ("first", "second"):
        response = client.get(f"/articles/{old}/")
        assert (response.status_code, response["Location"]) == (301, "/articles/third/")
    assert words(read(client, "/articles/third/").h1) == article.title


def test_a_live_page_beats_a_redirect(client: Client) -> None:
    rename(make_article("Moved away", slug="here"), "there")
    make_article("Moved in", slug="here")
    assert words(read(client, "/articles/here/").h1) == "Moved in"


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED])
def test_a_draft_at_an_old_address_does_not_stand_in_the_way_of_its_redirect(
    client: Client, status: str
) -> None:
    rename(make_article(slug="here"), "there")
    make_article("secret", slug="here", status=status)
    assert client.get("/articles/here/")["Location"] == "/articles/there/"


def test_addresses_that_were_swapped_lead_to_what_is_there_now(client: Client) -> None:
    one, two = make_article("One", slug="one"), make_article("Two", slug="two")
    rename(one, "between")
    rename(two, "one")
    rename(one, "two")
    assert words(read(client, "/articles/one/").h1) == "Two"
    assert words(read(client, "/articles/two/").h1) == "One"
    assert client.get("/articles/between/")["Location"] == "/articles/two/"


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED])
def test_what_is_not_public_is_not_there(client: Client, status: str) -> None:
    article = make_article("kittiwake", status=status, slug="hidden")
    assert "kittiwake" not in str(read(client, "/articles/hidden/", status=404))
    rename(article, "renamed")
    read(client, "/articles/hidden/", status=404)


def test_an_unpublished_article_takes_its_old_addresses_along(client: Client) -> None:
    article = make_article(slug="old")
    rename(article, "new")
    article.status = ArticleStatus.DRAFT
    article.save()
    for slug in ("old", "new"):
        read(client, f"/articles/{slug}/", status=404)


def test_an_archived_article_answers_410_and_shows_nothing_of_itself(client: Client) -> None:
    article = make_digest("Kittiwakia", title="Kittiwake", standfirst="Kittiwake", byline="Kittiwake")
    rename(article, "renamed")
    article.archive()
    item = article.items.get()
    for address in ("/articles/kittiwake/", "/articles/renamed/", item.get_absolute_url()):
        page = read(client, address, status=410)
        assert words(page.h1) == "This was withdrawn"
        assert page.select_one("header.masthead nav")
        assert "ittiwak" not in str(page)


def test_an_archived_article_comes_back_at_its_address(client: Client) -> None:
    article = make_article("Back", slug="back")
    article.archive()
    read(client, "/articles/back/", status=410)
    article.publish()
    assert words(read(client, "/articles/back/").h1) == "Back"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_take_nothing(client: Client, method: str) -> None:
    article = make_article()
    assert getattr(client, method)(article.get_absolute_url()).status_code == 405
