"""A version comes back with its items, topics and picks, for those who may bring it back. FAULTS A02."""

import pytest
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, ItemPlace, ItemRelation, PolicyItem, Topic
from regions.models import Region
from tests.articles.admin.desk import change_article
from tests.articles.history.versions import address, comments, restore, revisions
from tests.factories import make_article, make_digest, make_item, make_region

pytestmark = pytest.mark.django_db


def test_texts_topics_and_parts_come_back(editor: Client) -> None:
    picked, blocked = make_article("Picked"), make_article("Blocked")
    article = make_article("Old title", tags=["AI", "Chains"])
    article.notices.create(text="Write to us.", position=1)
    article.related_posts.create(post=picked, position=1)
    article.related_blocks.create(blocked=blocked)
    form = change_article(editor, article.pk).fill(title="New title", body="<p>New.</p>", topics=["Other"])
    for inline in ("notices-0", "related_posts-0", "related_blocks-0"):
        form.fill(inline, DELETE="on")
    form.save()
    assert restore(editor, article).status_code == 302
    after = Article.objects.get(pk=article.pk)
    assert (after.title, after.body) == (article.title, article.body)
    assert set(after.tags.names()) == {"AI", "Chains"}
    assert [notice.text for notice in after.notices.all()] == ["Write to us."]
    assert after.related_posts.get().post == picked
    assert after.related_blocks.get().blocked == blocked


def test_items_come_back_under_their_ids_in_their_order_and_their_places(editor: Client) -> None:
    article = make_digest("Freedonia", "Ruritania")
    china = make_region("China")
    first, second = article.items.all()
    first.set_regions([make_region("Jilin", china)])
    first.tags.add("AI")
    ItemRelation.objects.create(from_item=first, to_item=second, kind="amends")
    form = change_article(editor, article.pk).fill("items-0", DELETE="on").fill("items-1", issuer="New")
    form.save()
    restore(editor, article)
    back, other = article.items.all()
    assert (back.pk, other.pk) == (first.pk, second.pk)
    assert [region.name for region in back.filed_regions] == ["Jilin"]
    assert list(back.tags.names()) == ["AI"]
    assert back.relations.get().to_item == second
    assert other.issuer == ""
    places = ItemPlace.objects.filter(item=back)
    assert {place.region.name for place in places} == {"China", "Jilin"}
    article.refresh_from_db()
    assert {place.published_at for place in places} == {article.published_at}


def test_items_that_came_later_go(editor: Client) -> None:
    article = make_digest("Freedonia")
    change_article(editor, article.pk).fill(title="Changed").save()
    make_item(article, heading="Later")
    restore(editor, article)
    assert [item.title for item in article.items.all()] == ["Freedonia"]


def test_timelines_are_tied_again(editor: Client) -> None:
    article = make_digest("Freedonia")
    first = article.items.get()
    second = make_item(article, heading="Second", continues=first)
    third = make_item(make_article(), heading="Third", continues=second)
    change_article(editor, article.pk).fill("items-1", continues="").save()
    third.refresh_from_db()
    assert third.first_step == second
    restore(editor, article)
    third.refresh_from_db()
    assert third.first_step == first


def test_a_changed_slug_leaves_a_redirect(editor: Client, client: Client) -> None:
    article = make_article("Old title", slug="old")
    change_article(editor, article.pk).fill(slug="new").save()
    restore(editor, article)
    assert client.get("/articles/old/").status_code == 200
    assert client.get("/articles/new/")["Location"] == "/articles/old/"


def test_a_slug_that_another_article_has_now_is_left_to_it(editor: Client) -> None:
    article = make_article("Old title", slug="old")
    change_article(editor, article.pk).fill(slug="new", title="New title").save()
    make_article("Other", slug="old")
    restore(editor, article)
    article.refresh_from_db()
    assert (article.slug, article.title) == ("new", "Old title")


def test_the_way_to_readers_stays_as_it_is(editor: Client) -> None:
    article = make_article("Old title", status=ArticleStatus.DRAFT, published_at=None)
    change_article(editor, article.pk).fill(title="New title", status="published").save()
    change_article(editor, article.pk).fill(correction_note="Wrong figure.").save()
    restore(editor, article)
    article.refresh_from_db()
    assert (article.title, article.status) == ("Old title", ArticleStatus.PUBLISHED)
    assert article.published_at <= timezone.now()
    assert article.correction_note == "Wrong figure."


def test_what_is_no_longer_there_is_left_out(editor: Client) -> None:
    picked = make_article("Picked", status=ArticleStatus.DRAFT)
    article = make_digest("Freedonia", tags=["Chains"])
    earlier = make_item(make_article(), heading="Earlier")
    item = make_item(article, heading="Later", continues=earlier)
    article.related_posts.create(post=picked)
    form = change_article(editor, article.pk).fill("items-0", filed_under=[]).fill(topics=[])
    form.fill("items-1", continues="").fill("related_posts-0", DELETE="on").save()
    for gone in (picked, earlier.article):
        gone.delete()
    Topic.objects.all().delete()
    Region.objects.all().delete()
    restore(editor, article)
    item.refresh_from_db()
    assert (item.continues, list(article.tags.names()), article.related_posts.count()) == (None, [], 0)
    assert article.items.first().filed_regions == []


def test_restoring_is_a_version_and_can_be_undone(editor: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    restore(editor, article, place=0)
    assert comments(article)[-1].startswith("Restored the version of ")
    assert revisions(article)[-1].user.get_username() == "editor"
    restore(editor, article, place=1)
    assert Article.objects.get().title == "New title"


def test_restoring_puts_open_pages_out_of_date(editor: Client, chief: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    form = change_article(chief, article.pk)
    restore(editor, article)
    assert b"Somebody else saved" in form.fill(title="Theirs").send().content


def test_what_was_saved_since_the_question_asks_again(editor: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    token = Article.objects.get().save_token
    change_article(editor, article.pk).fill(title="Newer title").save()
    response = editor.post(address("restore", article, revisions(article)[0].pk), {"save_token": token})
    assert b"Somebody saved the article meanwhile" in response.content
    assert Article.objects.get().title == "Newer title"


def test_a_question_alone_changes_nothing(editor: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    page = editor.get(address("restore", article, revisions(article)[0].pk))
    assert b"Restore this version" in page.content
    assert Article.objects.get().title == "New title"
    assert b"nothing to restore" in editor.get(address("restore", article, revisions(article)[1].pk)).content


class TestWhoMay:
    def test_writers_restore_what_is_in_their_hands(self, writer: Client, editor: Client) -> None:
        article = make_article("Old title", status=ArticleStatus.DRAFT)
        change_article(editor, article.pk).fill(title="New title").save()
        assert restore(writer, article).status_code == 302
        assert Article.objects.get().title == "Old title"

    @pytest.mark.parametrize(
        "status", [ArticleStatus.APPROVED, ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED]
    )
    def test_and_nothing_else(self, writer: Client, editor: Client, status: str) -> None:
        article = make_article("Old title", status=status)
        change_article(editor, article.pk).fill(title="New title").save()
        url = address("restore", article, revisions(article)[0].pk)
        assert writer.get(url).status_code == 403
        token = Article.objects.get().save_token
        assert writer.post(url, {"save_token": token}).status_code == 403
        assert Article.objects.get().title == "New title"

    @pytest.mark.parametrize("view", ["history", "compare", "restore"])
    def test_strangers_are_led_to_the_door(self, client: Client, editor: Client, view: str) -> None:
        article = make_article("Old title")
        change_article(editor, article.pk).fill(title="New title").save()
        keys = [revisions(article)[0].pk] if view == "restore" else []
        response = client.get(address(view, article, *keys))
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")

    def test_staff_without_rights_see_nothing(
        self, client: Client, editor: Client, django_user_model: type
    ) -> None:
        article = make_article("Old title")
        change_article(editor, article.pk).fill(title="New title").save()
        client.force_login(django_user_model.objects.create_user("guest", is_staff=True))
        key = revisions(article)[0].pk
        for url in (
            address("history", article),
            address("compare", article),
            address("restore", article, key),
        ):
            assert client.get(url).status_code == 403
        assert PolicyItem.objects.count() == 0
