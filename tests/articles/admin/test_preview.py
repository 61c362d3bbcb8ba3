"""The preview at the desk: for those who may see the article there, and nobody else. FAULTS A02, A03, A09."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, PreviewLink
from tests.articles.admin.desk import CHANGE
from tests.factories import make_article, make_digest, make_editor
from tests.reading import links, read, words

pytestmark = pytest.mark.django_db

STATUSES = list(ArticleStatus)
DESKS = ["chief", "editor", "writer"]


def preview(article: Article) -> str:
    return reverse("admin:articles_article_preview", args=[article.pk])


def in_status(status: str) -> Article:
    days = 1 if status == ArticleStatus.SCHEDULED else -1
    dates = {"published_at": timezone.now() + timedelta(days=days)}
    return make_digest(title="Kittiwake", status=status, **dates)


def staff(name: str = "temp", **fields: bool) -> Client:
    client = Client()
    client.force_login(User.objects.create_user(name, **{"is_staff": True} | fields))
    return client


@pytest.mark.parametrize(("role", "status"), list(product(DESKS, STATUSES)))
def test_everybody_at_the_desk_sees_every_article(
    request: pytest.FixtureRequest, role: str, status: str
) -> None:
    page = read(request.getfixturevalue(role), preview(in_status(status)))
    assert words(page.h1) == "Kittiwake"
    assert len(page.select(".item")) == 2


@pytest.mark.parametrize("status", STATUSES)
def test_nobody_else_sees_one(status: str) -> None:
    address = preview(in_status(status))
    for client in (Client(), staff(is_staff=False)):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")
    stranger = staff("stranger")
    stranger_in_another_app = staff("colleague")
    User.objects.get(username="colleague").user_permissions.add(
        Permission.objects.get(codename="view_region"), Permission.objects.get(codename="view_policyitem")
    )
    for client in (stranger, stranger_in_another_app):
        response = client.get(address)
        assert response.status_code == 403
        assert b"Kittiwake" not in response.content


def test_the_right_to_view_is_enough_and_asked_at_each_request() -> None:
    address, client = preview(in_status(ArticleStatus.DRAFT)), staff("reader")
    user, right = User.objects.get(username="reader"), Permission.objects.get(codename="view_article")
    user.user_permissions.add(right)
    page = read(client, address)
    assert page.select("form, .share") == []
    assert words(page.select_one(".preview-desk")) == "Back to the desk"
    user.user_permissions.remove(right)
    assert client.get(address).status_code == 403
    user.user_permissions.add(right)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("pk", [0, 404, 10**30])
def test_there_is_no_preview_of_what_is_not_there(editor: Client, pk: int) -> None:
    assert editor.get(f"/admin/articles/article/{pk}/preview/").status_code == 404
    assert staff().get(f"/admin/articles/article/{pk}/preview/").status_code == 403


@pytest.mark.parametrize("status", STATUSES)
def test_it_is_kept_by_nobody(editor: Client, status: str) -> None:
    response = editor.get(preview(in_status(status)))
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex"
    assert "Cookie" in response["Vary"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert not response.has_header("ETag")


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.SCHEDULED, ArticleStatus.ARCHIVED])
def test_after_it_the_public_and_other_staff_still_see_nothing(editor: Client, status: str) -> None:
    article = in_status(status)
    absent = 410 if status == ArticleStatus.ARCHIVED else 404
    for client in (editor, Client()):
        assert editor.get(preview(article)).status_code == 200
        response = client.get(article.get_absolute_url())
        assert response.status_code == absent
        assert b"Kittiwake" not in response.content
    assert Client().get(preview(article)).status_code == 302


def test_it_says_what_readers_see_of_it(editor: Client) -> None:
    said = {
        status: words(read(editor, preview(in_status(status))).select_one(".preview-state"))
        for status in STATUSES
    }
    assert said[ArticleStatus.PUBLISHED] == "Preview – public Readers see this article."
    assert said[ArticleStatus.DRAFT].startswith("Preview – not public Draft, saved ")
    assert said[ArticleStatus.IN_REVIEW].startswith("Preview – not public In review, saved ")
    assert said[ArticleStatus.APPROVED].startswith("Preview – not public Approved, saved ")
    assert said[ArticleStatus.SCHEDULED].startswith("Preview – not public To appear on ")
    assert said[ArticleStatus.ARCHIVED].startswith("Preview – not public Archived, saved ")


def test_it_leads_back_to_the_desk_and_to_the_public_page_where_there_is_one(editor: Client) -> None:
    draft, public = in_status(ArticleStatus.DRAFT), in_status(ArticleStatus.PUBLISHED)
    assert links(read(editor, preview(draft)), ".preview-desk") == [reverse(CHANGE, args=[draft.pk])]
    assert links(read(editor, preview(public)), ".preview-desk") == [
        reverse(CHANGE, args=[public.pk]),
        public.get_absolute_url(),
    ]


@pytest.mark.parametrize("role", DESKS)
def test_the_page_of_an_article_leads_to_its_preview(request: pytest.FixtureRequest, role: str) -> None:
    article = in_status(ArticleStatus.PUBLISHED)
    page = read(request.getfixturevalue(role), reverse(CHANGE, args=[article.pk]))
    assert preview(article) in links(page, ".bar")


def test_its_votes_count_nothing_not_even_on_a_public_article(editor: Client) -> None:
    article = in_status(ArticleStatus.PUBLISHED)
    page = read(editor, preview(article))
    assert page.select(f"form[action='/vote/{article.pk}/'], script[src$='votes.js'], [data-vote]") == []
    assert all(button.has_attr("disabled") for button in page.select("#helpful button"))
    assert not HelpfulVote.objects.exists()


def test_it_takes_the_same_number_of_queries_however_much_there_is(editor: Client) -> None:
    counts = []
    for size in (2, 15):
        article = make_digest(*[f"Region {size} {n}" for n in range(size)], status=ArticleStatus.DRAFT)
        for number in range(size):
            make_article(tags=[f"topic {number}"])
            PreviewLink.share(article, by=make_editor(f"{size} {number}"), days=1)
        with CaptureQueriesContext(connection) as captured:
            assert len(read(editor, preview(article)).select(".share-links > li")) == size
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 20
