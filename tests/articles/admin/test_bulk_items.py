"""Items of many articles changed at once, each only by those who may. FAULTS A05, D01, S03."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Version

from articles.admin import bulk_items
from articles.choices import Action, ArticleStatus
from articles.history.recording import FIRST_COMMENT
from articles.models import Article, ItemPlace, PolicyItem
from tests.articles.admin.desk import change_article, errors, soup
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_policyitem_changelist")


def chosen(*items: PolicyItem) -> dict[str, Any]:
    return {"action": "edit_selected", "_selected_action": [item.pk for item in items]}


def ask(client: Client, *items: PolicyItem) -> HttpResponse:
    """Choose the action in the list."""
    return client.post(LIST, chosen(*items))


def change(client: Client, *items: PolicyItem, **fields: Any) -> HttpResponse:
    """Send the page that asks what to set."""
    named = {f"set-{name}": value for name, value in ({"regions_how": "add"} | fields).items()}
    return client.post(LIST, chosen(*items) | named | {"apply": "1"}, follow=True)


def said(response: HttpResponse) -> list[str]:
    return [li.get_text(strip=True) for li in soup(response).select(".messagelist li")]


def draft_item(**fields: Any) -> PolicyItem:
    return make_item(make_article(status=ArticleStatus.DRAFT, published_at=None), **fields)


def actions() -> list[str]:
    return list(PolicyItem.objects.order_by("pk").values_list("action", flat=True))


class TestPage:
    def test_it_says_for_how_many_and_which(self, editor: Client) -> None:
        page = soup(ask(editor, draft_item(heading="First"), draft_item(heading="Second")))
        assert page.select_one("input[name=apply]")["value"] == "Change 2 items"
        assert {"First", "Second"} <= {bdi.get_text() for bdi in page.select("details li bdi")}

    def test_every_field_has_a_label(self, editor: Client) -> None:
        page = soup(ask(editor, draft_item()))
        for name in ("action", "topics_added", "topics_removed", "regions", "regions_how"):
            assert page.select_one(f'label[for="id_set-{name}"]')

    def test_it_sends_what_it_shows(self, editor: Client) -> None:
        item = draft_item()
        form = soup(ask(editor, item)).select_one("#content-main form")
        sent = {field["name"]: field.get("value") for field in form.select("input[type=hidden]")}
        assert sent["_selected_action"] == str(item.pk)
        assert sent["action"] == "edit_selected"

    def test_an_empty_answer_is_asked_again(self, editor: Client) -> None:
        item = draft_item()
        response = change(editor, item)
        assert errors(response) == ["Choose what to set."]
        assert soup(response).select_one("input[name=apply]")

    @pytest.mark.parametrize(
        "forged", [{"action": "conquest"}, {"regions": ["999999"]}, {"action": "veto", "regions_how": "drop"}]
    )
    def test_what_can_t_be_set_is_an_error(self, editor: Client, forged: dict[str, Any]) -> None:
        assert errors(change(editor, draft_item(), **forged))
        assert actions() == [""]

    def test_a_topic_is_not_added_and_removed_at_once(self, editor: Client) -> None:
        response = change(editor, draft_item(), topics_added=["AI"], topics_removed=["ai"])
        assert errors(response) == ["A topic can't be added and removed at once."]


class TestChange:
    def test_action_topics_and_regions_are_set_on_each(self, editor: Client) -> None:
        china = make_region("China")
        jiangsu = make_region("Jiangsu", china)
        items = [draft_item(tags=["old"]), make_item(make_article(), make_region("France"))]
        response = change(
            editor, *items, action="adoption", topics_added=["AI"], topics_removed=["old"],
            regions=[jiangsu.pk], regions_how="replace",
        )  # fmt: skip
        assert said(response) == ["Changed 2 items."]
        for item in PolicyItem.objects.all():
            assert (item.action, item.filed_regions) == (Action.ADOPTION, [jiangsu])
            assert [tag.name for tag in item.tags.all()] == ["AI"]
            assert set(item.places.values_list("region__name", flat=True)) == {"China", "Jiangsu"}
        assert ItemPlace.objects.count() == 4

    def test_not_known_takes_the_action_back(self, editor: Client) -> None:
        change(editor, draft_item(action=Action.VETO), action="not_known")
        assert actions() == [""]

    def test_those_that_had_it_so_are_told_and_not_logged(self, editor: Client) -> None:
        response = change(editor, draft_item(), draft_item(action=Action.VETO), action="veto")
        assert said(response) == ["Changed 1 item. 1 had it so already."]
        assert LogEntry.objects.count() == 1

    def test_a_page_opened_before_is_out_of_date(self, editor: Client) -> None:
        item = draft_item()
        form = change_article(editor, item.article_id).fill(title="Written meanwhile")
        change(editor, item, action="veto")
        assert form.send().status_code == 200
        assert Article.objects.get().title != "Written meanwhile"

    def test_the_history_of_the_article_keeps_what_was_before(self, editor: Client) -> None:
        item = draft_item(action=Action.DRAFTING)
        change(editor, item, draft_item(), action="veto")
        versions = Version.objects.get_for_object(item.article)
        assert [version.revision.comment for version in versions] == [
            "Changed 2 items together.",
            FIRST_COMMENT,
        ]

    def test_too_many_are_refused(self, editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bulk_items, "MOST", 1)
        response = change(editor, draft_item(), draft_item(), action="veto")
        assert said(response) == ["Choose at most 1 items: nothing was changed."]
        assert actions() == ["", ""]


class TestRights:
    def test_a_writer_changes_items_of_drafts_alone(self, writer: Client) -> None:
        mine, public = draft_item(), make_item(make_article())
        page = soup(ask(writer, mine, public))
        assert page.select_one("input[name=apply]")["value"] == "Change 1 item"
        assert "1 of the chosen items is not yours to change" in page.get_text(" ", strip=True)
        response = change(writer, mine, public, action="veto")
        assert said(response) == ["Changed 1 item. 1 not yours to change: left as before."]
        assert actions() == ["veto", ""]

    def test_a_writer_is_not_asked_about_public_items_alone(self, writer: Client) -> None:
        response = writer.post(LIST, chosen(make_item(make_article())), follow=True)
        assert said(response) == ["None of these items is yours to change."]

    def test_an_article_approved_meanwhile_is_left(self, writer: Client) -> None:
        item = draft_item()
        ask(writer, item)
        Article.objects.update(status=ArticleStatus.APPROVED)
        change(writer, item, action="veto")
        assert actions() == [""]

    @pytest.mark.parametrize("rights", [[], ["view_policyitem"], ["change_policyitem"]])
    def test_who_may_not_change_changes_nothing(self, client: Client, rights: list[str]) -> None:
        user = User.objects.create_user("newcomer", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        client.force_login(user)
        change(client, draft_item(), action="veto")
        assert actions() == [""]

    def test_a_stranger_changes_nothing(self, client: Client) -> None:
        change(client, draft_item(), action="veto")
        assert actions() == [""]

    def test_a_post_without_its_token_is_refused(self, db: None) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(User.objects.create_superuser("chief"))
        assert change(client, draft_item(), action="veto").status_code == 403
        assert actions() == [""]


def test_titles_are_text(editor: Client) -> None:
    title = "<script>alert(1)</script>"
    item = make_item(make_article(title), heading=title)
    page = ask(editor, item).content.decode()
    assert page.count("&lt;script&gt;alert(1)") == 2
    assert title not in page


def test_the_page_asks_the_same_for_few_and_many_items(editor: Client) -> None:
    counts = []
    for number in (5, 45):
        items = [draft_item(tags=["AI"]) for _ in range(number)]
        with CaptureQueriesContext(connection) as captured:
            assert ask(editor, *items).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
