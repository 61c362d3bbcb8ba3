"""Every save at the desk leaves a version: who, when, what."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.choices import ArticleStatus
from articles.history.recording import FIRST_COMMENT, record
from articles.models import Article
from tests.articles.admin.desk import LIST, Form, add_article, change_article, soup
from tests.articles.history.versions import address, comments, revisions
from tests.factories import make_article, make_digest, make_editor

pytestmark = pytest.mark.django_db


def test_a_new_article_has_its_first_version(editor: Client) -> None:
    add_article(editor).fill(title="New", body="<p>Text.</p>").save()
    [revision] = revisions(Article.objects.get())
    assert (revision.user.get_username(), revision.comment) == ("editor", "Added.")


def test_the_first_change_keeps_what_was_there_before(editor: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    assert comments(article) == [FIRST_COMMENT, "Changed Title."]
    assert [revision.user and revision.user.get_username() for revision in revisions(article)] == [
        None,
        "editor",
    ]


def test_a_change_of_an_item_says_so(editor: Client) -> None:
    article = make_digest("Freedonia")
    change_article(editor, article.pk).fill("items-0", issuer="Ministry").save()
    assert "Issuer for policy item “Freedonia”" in comments(article)[-1]


def test_a_save_that_changes_nothing_leaves_none(editor: Client) -> None:
    article = make_article()
    for _ in range(3):
        change_article(editor, article.pk).save()
    assert comments(article) == [FIRST_COMMENT]


def test_a_refused_save_leaves_none(editor: Client) -> None:
    article = make_article()
    change_article(editor, article.pk).fill(title="").send()
    assert comments(article) == []


@pytest.mark.parametrize(
    ("action", "status", "comment"),
    [("publish_selected", "draft", "Published."), ("archive_selected", "published", "Archived.")],
)
def test_bulk_actions_leave_one_for_each_article(
    editor: Client, action: str, status: str, comment: str
) -> None:
    articles = [make_article(status=status) for _ in range(2)]
    editor.post(reverse(LIST), {"action": action, "_selected_action": [a.pk for a in articles]})
    assert [comments(article) for article in articles] == [[FIRST_COMMENT, comment]] * 2


def test_an_item_saved_on_its_own_page_leaves_one_of_its_article(editor: Client) -> None:
    article = make_digest("Freedonia")
    url = reverse("admin:articles_policyitem_change", args=[article.items.get().pk])
    Form(editor, url).fill(issuer="Ministry").save()
    assert comments(article) == [FIRST_COMMENT, "Changed Issuer."]


@pytest.mark.parametrize("by_action", [False, True])
def test_a_deleted_item_leaves_one_of_its_article(editor: Client, by_action: bool) -> None:
    article = make_digest("Freedonia", "Ruritania")
    item = article.items.first()
    if by_action:
        data = {"action": "delete_selected", "_selected_action": [item.pk], "post": "yes"}
        editor.post(reverse("admin:articles_policyitem_changelist"), data)
    else:
        editor.post(reverse("admin:articles_policyitem_delete", args=[item.pk]), {"post": "yes"})
    assert article.items.count() == 1
    assert comments(article) == [FIRST_COMMENT, "Deleted policy item “Freedonia”."]


def test_a_longer_digest_asks_no_more_questions() -> None:
    editor, counts = make_editor(), []
    for items in (2, 20):
        article = make_digest(*[f"Country {items} {number}" for number in range(items)], tags=["AI"])
        with CaptureQueriesContext(connection) as captured:
            record([article], by=editor, comment="")
        counts.append(len(captured))
    assert counts[0] == counts[1]


class TestTheList:
    def test_says_who_saved_what_and_when(self, editor: Client) -> None:
        article = make_article("Old title")
        change_article(editor, article.pk).fill(title="New title").save()
        rows = soup(editor.get(address("history", article))).select(".versions tbody tr")
        cells = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")][3:5] for row in rows]
        assert cells == [["editor", "Changed Title."], ["–", FIRST_COMMENT]]

    def test_of_an_article_without_versions_says_so(self, editor: Client) -> None:
        page = soup(editor.get(address("history", make_article())))
        assert "There is no version yet" in page.select_one(".versions").get_text()
        assert not page.select(".versions form")

    def test_is_paged(self, editor: Client) -> None:
        article, user = make_article(), make_editor()
        for number in range(60):
            record([article], by=user, comment=f"Save {number}")
        counts = []
        for page in (1, 2, "x"):
            with CaptureQueriesContext(connection) as captured:
                response = editor.get(address("history", article), {"versions": page})
            counts.append((len(soup(response).select(".versions tbody tr")), len(captured)))
        assert [rows for rows, _ in counts] == [50, 10, 50]
        assert len({queries for _, queries in counts}) == 1

    def test_offers_the_way_back_to_those_who_may_change(self, writer: Client, editor: Client) -> None:
        article = make_article("Old title", status=ArticleStatus.DRAFT)
        change_article(editor, article.pk).fill(title="New title").save()
        assert "Restore" in writer.get(address("history", article)).content.decode()
        Article.objects.update(status=ArticleStatus.APPROVED)
        assert "Restore" not in writer.get(address("history", article)).content.decode()
