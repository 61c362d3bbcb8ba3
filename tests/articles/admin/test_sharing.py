"""Links to previews are made, listed and revoked by those who may change the article. FAULTS A03, A07."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.forms.preview import MAX_OPEN_LINKS
from articles.models import Article, PreviewLink
from tests.articles.admin.desk import soup
from tests.articles.admin.test_preview import DESKS, STATUSES, in_status, preview, staff
from tests.factories import make_editor
from tests.reading import all_words, read, words

pytestmark = pytest.mark.django_db

MAY_SHARE = {
    "writer": {ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW},
    "editor": set(STATUSES) - {ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED},
    "chief": set(STATUSES) - {ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED},
}


def share(client: Client, article: Article, **fields: object) -> HttpResponse:
    address = reverse("admin:articles_article_share", args=[article.pk])
    response: HttpResponse = client.post(address, {"days": 7, "note": ""} | fields)
    return response


def revoke(client: Client, article: Article, link: PreviewLink) -> int:
    address = reverse("admin:articles_article_revoke", args=[article.pk, link.pk])
    return int(client.post(address).status_code)


def link_of(article: Article) -> PreviewLink:
    return PreviewLink.share(article, by=make_editor(f"of {article.pk}"), days=7)


@pytest.fixture
def draft(db: None) -> Article:
    return in_status(ArticleStatus.DRAFT)


@pytest.mark.parametrize(("role", "status"), list(product(DESKS, STATUSES)))
def test_who_may_share_and_revoke_what(request: pytest.FixtureRequest, role: str, status: str) -> None:
    client, article = request.getfixturevalue(role), in_status(status)
    link, allowed = link_of(article), status in MAY_SHARE[role]
    assert bool(read(client, preview(article)).select(".share")) is allowed
    assert share(client, article).status_code == (302 if allowed else 403)
    assert article.preview_links.count() == (2 if allowed else 1)
    assert revoke(client, article, link) == (302 if allowed else 403)
    link.refresh_from_db()
    assert bool(link.revoked_at) is allowed


def test_nobody_else_may(draft: Article) -> None:
    link = link_of(draft)
    for client, status in [(Client(), 302), (staff("reader", is_staff=False), 302), (staff(), 403)]:
        assert share(client, draft).status_code == status
        assert revoke(client, draft, link) == status
    assert list(PreviewLink.objects.open()) == [link]


def test_a_new_link_is_the_first_of_the_list_and_opens_the_page(editor: Client, draft: Article) -> None:
    link_of(draft)
    response = share(editor, draft, days=30, note="Lin Yueqing")
    page = read(editor, response["Location"])
    assert all_words(page, ".share-links strong") == ["Lin Yueqing", "Without a note"]
    assert words(page.select_one(".share-said")) == "The new link is the first in the list."
    assert page.select_one(".share[open]")
    address = str(page.select(".share-links input[readonly]")[0]["value"])
    assert address.startswith("http://127.0.0.1:8000/preview/")
    assert words(read(Client(), address.removeprefix("http://127.0.0.1:8000")).h1) == "Kittiwake"


def test_a_link_is_known_by_who_made_it_and_when_it_ends(editor: Client, draft: Article) -> None:
    before = timezone.now()
    share(editor, draft, days=3, note="Lin")
    link = draft.preview_links.get()
    assert link.created_by == User.objects.get(username="editor")
    assert before + timedelta(days=3) <= link.expires_at <= timezone.now() + timedelta(days=3)
    facts = words(read(editor, preview(draft)).select_one(".share-facts"))
    assert facts == f"until {link.expires_at:%-d %B %Y, %H:%M} UTC, by editor"


@pytest.mark.parametrize("days", [1, 30])
def test_a_link_works_from_one_day_to_thirty(editor: Client, draft: Article, days: int) -> None:
    assert share(editor, draft, days=days).status_code == 302


@pytest.mark.parametrize("days", ["", "0", "-1", "31", "1.5", "x", "9" * 30])
def test_no_other_number_of_days_is_taken(editor: Client, draft: Article, days: str) -> None:
    response = share(editor, draft, days=days, note="Kept")
    assert response.status_code == 200
    assert not draft.preview_links.exists()
    page = soup(response)
    assert len(page.select(".share[open] .errorlist li")) == 1
    assert page.select("input[name=note][value=Kept]")


def test_there_are_only_so_many_links_at_a_time(editor: Client, draft: Article) -> None:
    for _ in range(MAX_OPEN_LINKS):
        assert share(editor, draft).status_code == 302
    assert "Revoke one that nobody needs." in words(soup(share(editor, draft)).select_one(".share"))
    draft.preview_links.newest_first()[0].revoke()
    assert share(editor, draft).status_code == 302


def test_a_note_is_one_clean_line_shown_as_text(editor: Client, draft: Article) -> None:
    share(editor, draft, note="<script>alert(1)</script>\x07\nLin")
    page = read(editor, preview(draft))
    assert words(page.select_one(".share-links bdi")) == "<script>alert(1)</script> Lin"


def test_a_revoked_link_leaves_the_list_and_the_others_work(editor: Client, draft: Article) -> None:
    kept, ended = link_of(draft), PreviewLink.share(draft, by=make_editor("other"), days=7, note="Gone")
    assert revoke(editor, draft, ended) == 302
    assert revoke(editor, draft, ended) == 302
    page = read(editor, preview(draft))
    assert all_words(page, ".share-links strong") == ["Without a note"]
    assert Client().get(ended.get_absolute_url()).status_code == 404
    assert Client().get(kept.get_absolute_url()).status_code == 200


def test_a_link_is_revoked_at_its_own_article_only(writer: Client, draft: Article) -> None:
    foreign = link_of(in_status(ArticleStatus.APPROVED))
    assert revoke(writer, draft, foreign) == 404
    foreign.refresh_from_db()
    assert foreign.revoked_at is None


def test_looking_changes_nothing(editor: Client, draft: Article) -> None:
    link = link_of(draft)
    for name, more in (("share", []), ("revoke", [link.pk])):
        address = reverse(f"admin:articles_article_{name}", args=[draft.pk, *more])
        assert editor.get(address).status_code == 405
    assert list(PreviewLink.objects.open()) == [link]


def test_a_post_from_elsewhere_is_refused(draft: Article) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor())
    assert share(client, draft).status_code == 403
    assert revoke(client, draft, link_of(draft)) == 403
    assert PreviewLink.objects.open().count() == 1


def test_the_articles_history_tells_who_shared_it_and_with_whom(editor: Client, draft: Article) -> None:
    share(editor, draft, note="Lin")
    revoke(editor, draft, draft.preview_links.get())
    until = draft.preview_links.get().expires_at
    entries = LogEntry.objects.filter(object_id=str(draft.pk)).order_by("pk")
    assert [(str(entry.user), entry.get_change_message()) for entry in entries] == [
        ("editor", f"Shared the preview until {until:%Y-%m-%d}: Lin."),
        ("editor", "Revoked a link to the preview: Lin."),
    ]
