"""Two editors at one article: the second save is stopped, with both texts and nothing lost. FAULTS D01."""

import pytest
from bs4 import Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.choices import ArticleStatus
from articles.models import Article, PolicyItem
from tests.articles.admin.desk import LIST, Form, change_article, soup
from tests.factories import make_article, make_digest, make_item

pytestmark = pytest.mark.django_db


def conflict(response: HttpResponse) -> Tag:
    """The section that shows both texts."""
    assert response.status_code == 200
    section = soup(response).select_one(".conflict")
    assert section is not None
    return section


def table(section: Tag, caption: str) -> str:
    """The words of the table under a caption."""
    [found] = [t for t in section.select("table") if caption in t.caption.get_text()]
    cells = [cell.get_text() for cell in found.select("caption, th, td")]
    return " ".join(" ".join(cells).split())


def sent_again(response: HttpResponse, form: Form) -> Form:
    """The form as the page of the conflict brings it back."""
    again = Form(form.client, form.url)
    again.read(soup(response))
    return again


def item_page(client: Client, item: PolicyItem) -> Form:
    return Form(client, reverse("admin:articles_policyitem_change", args=[item.pk]))


class TestTheSecondSave:
    def test_is_stopped_and_shows_both_texts(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title", body="<p>Old text.</p>")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill(title="Their title", body="<p>Their text.</p>").save()
        section = conflict(mine.fill(title="My title", body="<p>My text.</p>").send())
        assert "Last saved by chief" in " ".join(section.get_text(" ").split())
        assert table(section, "Title") == "Title Yours Saved My title Their title"
        assert "My text. Their text." in table(section, "Body")
        article.refresh_from_db()
        assert (article.title, article.body) == ("Their title", "<p>Their text.</p>")

    def test_keeps_what_was_typed_and_may_be_sent_again(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill(title="Their title").save()
        again = sent_again(mine.fill(title="My title", standfirst="Mine too").send(), mine)
        assert (again.data["title"], again.data["standfirst"]) == (["My title"], ["Mine too"])
        again.save()
        article.refresh_from_db()
        assert (article.title, article.standfirst) == ("My title", "Mine too")

    def test_sent_again_meets_a_third_one(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill(title="Their title").save()
        again = sent_again(mine.fill(title="My title").send(), mine)
        change_article(chief, article.pk).fill(title="Third title").save()
        assert "Third title" in table(conflict(again.send()), "Title")

    @pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
    def test_is_stopped_by_every_button(self, editor: Client, chief: Client, button: str) -> None:
        article = make_article("Old title")
        mine = change_article(editor, article.pk)
        change_article(chief, article.pk).fill(title="Their title").save()
        conflict(mine.fill(title="My title").send(button))

    def test_is_stopped_where_it_would_publish(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title", status=ArticleStatus.DRAFT, published_at=None)
        mine = change_article(editor, article.pk)
        change_article(chief, article.pk).fill(title="Their title").save()
        assert "draft" in table(conflict(mine.fill(status="published").send()), "Status")
        assert not Article.objects.published().exists()

    @pytest.mark.parametrize("token", [None, "", "x" * 22, "\0"])
    def test_is_stopped_without_a_right_token(self, editor: Client, token: str | None) -> None:
        article = make_article("Old title")
        conflict(change_article(editor, article.pk).fill(title="Mine", save_token=token).send())
        assert Article.objects.get().title == "Old title"

    def test_after_a_save_that_changed_nothing_passes(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title")
        mine = change_article(editor, article.pk)
        change_article(chief, article.pk).save()
        mine.fill(title="My title").save()

    def test_after_another_error_is_stopped_too(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title")
        mine = change_article(editor, article.pk)
        change_article(chief, article.pk).fill(title="Their title").save()
        conflict(mine.fill(title="", standfirst="Mine").send())


class TestItems:
    def test_other_items_of_one_article_conflict(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill("items-0", body="<p>Theirs.</p>").save()
        section = conflict(mine.fill("items-1", body="<p>Mine.</p>").send())
        assert "Theirs." in table(section, "“Freedonia”: Body")
        assert "Mine." in table(section, "“Ruritania”: Body")

    def test_an_item_that_they_added_stays(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        change_article(editor, article.pk).fill(title="Numbered").save()
        mine = change_article(editor, article.pk)
        new = make_item(article, heading="Theirs", position=2, tags=["AI"])
        PolicyItem.objects.filter(heading="").exclude(position=1).update(position=3)
        Article.objects.mark_saved(by=None)
        mine.fill("items-1", body="<p>Mine.</p>")
        sent_again(mine.send(), mine).save()
        assert [item.title for item in article.items.all()] == ["Freedonia", "Theirs", "Ruritania"]
        assert article.items.last().body == "<p>Mine.</p>"
        assert list(new.tags.names()) == ["AI"]

    def test_what_was_typed_into_one_that_they_deleted_is_kept(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill("items-0", DELETE="on").save()
        mine.fill("items-0", body="<p>Typed.</p>")
        mine.add(
            "items", heading="New", body="<p>New.</p>", announced_precision="day", in_force_precision="day"
        )
        response = mine.send()
        assert "Typed." in table(conflict(response), "Freedonia")
        sent_again(response, mine).save()
        assert [item.title for item in article.items.all()] == ["Freedonia", "Ruritania", "New"]
        assert article.items.first().body == "<p>Typed.</p>"

    def test_one_that_both_deleted_is_gone(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill("items-0", DELETE="on").save()
        response = mine.fill("items-0", DELETE="on").fill(title="Mine").send()
        sent_again(response, mine).save()
        assert [item.title for item in article.items.all()] == ["Ruritania"]

    def test_another_order_is_shown(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        change_article(editor, article.pk).fill(title="Numbered").save()
        mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
        theirs.fill("items-0", position=2).fill("items-1", position=1).save()
        section = conflict(mine.fill(title="Mine").send())
        assert "Freedonia" in table(section, "Order")

    def test_an_item_on_its_own_page_puts_the_article_out_of_date(
        self, editor: Client, chief: Client
    ) -> None:
        article = make_digest("Freedonia")
        mine = change_article(editor, article.pk)
        item_page(chief, article.items.get()).fill(issuer="Theirs").save()
        assert "Theirs" in table(conflict(mine.fill("items-0", issuer="Mine").send()), "Issuer")

    def test_an_item_is_not_saved_over_the_article(self, editor: Client, chief: Client) -> None:
        article = make_digest("Freedonia")
        mine = item_page(editor, article.items.get())
        change_article(chief, article.pk).fill("items-0", issuer="Theirs").save()
        response = mine.fill(issuer="Mine").send()
        assert "Theirs" in table(conflict(response), "Issuer")
        sent_again(response, mine).save()
        assert article.items.get().issuer == "Mine"

    def test_other_items_on_pages_of_their_own_do_not_conflict(self, editor: Client, chief: Client) -> None:
        first, second = make_digest("Freedonia", "Ruritania").items.all()
        mine = item_page(editor, first)
        item_page(chief, second).fill(issuer="Theirs").save()
        mine.fill(issuer="Mine").save()


class TestOtherPaths:
    @pytest.mark.parametrize(
        ("action", "status"), [("publish_selected", "draft"), ("archive_selected", "published")]
    )
    def test_a_bulk_action_puts_open_pages_out_of_date(
        self, editor: Client, chief: Client, action: str, status: str
    ) -> None:
        article = make_article("Old title", status=status)
        mine = change_article(editor, article.pk)
        chief.post(reverse(LIST), {"action": action, "_selected_action": [article.pk]})
        conflict(mine.fill(title="Mine").send())

    def test_sharing_a_preview_does_not(self, editor: Client, chief: Client) -> None:
        article = make_article("Old title", status=ArticleStatus.DRAFT)
        mine = change_article(editor, article.pk)
        chief.post(reverse("admin:articles_article_share", args=[article.pk]), {"days": 7, "note": ""})
        mine.fill(title="Mine").save()


def test_the_two_texts_are_escaped(editor: Client, chief: Client) -> None:
    article = make_article("Old title")
    mine, theirs = change_article(editor, article.pk), change_article(chief, article.pk)
    theirs.fill(title="<script>theirs</script>").save()
    response = mine.fill(title="<script>mine</script>").send()
    assert "mine" in table(conflict(response), "Title")
    assert not [tag for tag in soup(response).select("script") if tag.get_text() in ("mine", "theirs")]
