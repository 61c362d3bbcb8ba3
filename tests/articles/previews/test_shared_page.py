"""A shared preview: whoever holds its link reads, nobody else learns anything. FAULTS A03, A09."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import HelpfulVote, PreviewLink
from articles.views.previews import SharedPreviewView
from tests.articles.previews.conftest import Clock
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def headers(response: HttpResponse) -> dict[str, str]:
    named = ("Cache-Control", "X-Robots-Tag", "Referrer-Policy", "Vary", "ETag", "Set-Cookie")
    return {name: response[name] for name in named if response.has_header(name)}


KEPT_BY_NOBODY = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
}


@pytest.mark.parametrize(
    "status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED, ArticleStatus.SCHEDULED]
)
def test_whoever_holds_a_link_reads_what_is_not_public(
    client: Client, link: PreviewLink, status: str
) -> None:
    link.article.status, link.article.published_at = status, timezone.now() + timedelta(days=1)
    link.article.save()
    page = read(client, link.get_absolute_url())
    assert words(page.h1) == "Kittiwake"
    assert [words(heading) for heading in page.select(".item-heading")] == ["01 Freedonia", "02 Ruritania"]
    assert words(page.select_one(".preview-state")) == (
        "Preview – not public Shared with you until 9 March 2026, 10:15 UTC."
    )


def test_the_page_is_kept_by_nobody_and_sets_no_cookie(client: Client, link: PreviewLink) -> None:
    response = client.get(link.get_absolute_url(), headers={"accept-encoding": "gzip"})
    assert headers(response) == KEPT_BY_NOBODY
    assert not response.cookies
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "nonce" not in response["Content-Security-Policy"]


def test_the_view_says_so_itself_whatever_stands_around_it(rf: RequestFactory, link: PreviewLink) -> None:
    for token in (link.get_absolute_url().split("/")[2], "abc.def"):
        response = SharedPreviewView.as_view()(rf.get("/"), token=token)
        assert {"private", "no-store"} == set(response["Cache-Control"].split(", "))
        assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "no-referrer")


def test_it_is_for_reading_only(client: Client, link: PreviewLink) -> None:
    page = read(client, link.get_absolute_url())
    assert page.select("form, input, a[href^='/admin/']") == []
    assert [script["src"] for script in page.select("script")] == [
        "/static/js/contents.js",
        "/static/js/copy.js",
    ]
    assert client.post(link.get_absolute_url()).status_code == 405
    assert client.head(link.get_absolute_url()).status_code == 200


def test_its_votes_count_nothing(client: Client, link: PreviewLink) -> None:
    page = read(client, link.get_absolute_url())
    assert [button.has_attr("disabled") for button in page.select("#helpful button")] == [True, True]
    assert client.post(f"/vote/{link.article_id}/", {"vote": "yes"}).status_code in (403, 404)
    assert not HelpfulVote.objects.exists()


def test_what_is_saved_later_is_what_it_shows_then(client: Client, link: PreviewLink) -> None:
    link.article.title = "Guillemot"
    link.article.save()
    assert words(read(client, link.get_absolute_url()).h1) == "Guillemot"


class TestTheEnd:
    """All that leads nowhere answers alike, so that nobody learns whether there was a link."""

    def missing(self, client: Client, address: str) -> tuple[int, dict[str, str], bytes]:
        response = client.get(address)
        return response.status_code, headers(response), response.content

    @pytest.fixture
    def nowhere(self, client: Client, db: None) -> tuple[int, dict[str, str], bytes]:
        """What an address answers that was never given out."""
        return self.missing(client, "/preview/abc.def/")

    def test_there_is_no_such_page(self, nowhere: tuple[int, dict[str, str], bytes]) -> None:
        status, said, page = nowhere
        assert (status, said) == (404, KEPT_BY_NOBODY)
        assert b"There is no such page" in page

    def test_an_expired_link_leads_nowhere(
        self, client: Client, link: PreviewLink, clock: Clock, nowhere: Any
    ) -> None:
        clock.advance(days=7)
        assert self.missing(client, link.get_absolute_url()) == nowhere

    def test_a_revoked_link_leads_nowhere(self, client: Client, link: PreviewLink, nowhere: Any) -> None:
        link.revoke()
        assert self.missing(client, link.get_absolute_url()) == nowhere

    def test_a_link_to_a_withdrawn_article_leads_nowhere(
        self, client: Client, link: PreviewLink, nowhere: Any
    ) -> None:
        link.article.publish()
        link.article.archive()
        assert self.missing(client, link.get_absolute_url()) == nowhere

    def test_a_link_to_a_deleted_article_leads_nowhere(
        self, client: Client, link: PreviewLink, nowhere: Any
    ) -> None:
        address = link.get_absolute_url()
        link.article.delete()
        assert self.missing(client, address) == nowhere

    def test_a_changed_token_leads_nowhere(self, client: Client, link: PreviewLink, nowhere: Any) -> None:
        nonce, _, signature = link.get_absolute_url().strip("/").partition("/")[2].partition(".")
        whole = f"{nonce}.{signature}"
        parts = [nonce, signature, f"{nonce}.", f"{signature}.{nonce}", f"{link.pk}.{signature}"]
        for forged in (*parts, whole[:-1], f"{whole}A", f"{whole}%00", f"{whole}%0a", f"{whole}.{signature}"):
            assert self.missing(client, f"/preview/{forged}/") == nowhere, forged

    def test_an_expired_link_leads_nowhere_even_when_the_article_is_public(
        self, client: Client, link: PreviewLink, clock: Clock, nowhere: Any
    ) -> None:
        clock.advance(days=8)
        link.article.publish()
        assert self.missing(client, link.get_absolute_url()) == nowhere


def test_once_the_article_is_public_its_links_lead_to_its_page(client: Client, link: PreviewLink) -> None:
    link.article.publish()
    response = client.get(link.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, link.article.get_absolute_url())
    assert headers(response) == {name: KEPT_BY_NOBODY[name] for name in list(KEPT_BY_NOBODY)[:3]}


def test_a_scheduled_article_becomes_public_for_its_links_too(
    client: Client, link: PreviewLink, clock: Clock
) -> None:
    link.article.publish(at=clock.now + timedelta(days=1))
    assert client.get(link.get_absolute_url()).status_code == 200
    clock.advance(days=1)
    assert client.get(link.get_absolute_url()).status_code == 302


def test_an_address_without_its_slash_is_kept_by_nobody_either(client: Client, link: PreviewLink) -> None:
    response = client.get(link.get_absolute_url().rstrip("/"))
    assert response.status_code == 301
    assert response["Cache-Control"] == "private, no-store"


def test_looking_at_a_preview_shows_the_public_nothing(client: Client, link: PreviewLink) -> None:
    public = [link.article.get_absolute_url(), f"/items/{link.article.items.all()[0].pk}/"]
    for _ in range(2):
        assert [client.get(address).status_code for address in public] == [404, 404]
        for address in ("/", "/regions/", "/feeds/latest.atom", "/sitemap.xml"):
            assert b"kittiwake" not in client.get(address).content.lower(), address
        assert client.get(link.get_absolute_url()).status_code == 200
