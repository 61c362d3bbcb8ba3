"""Two versions side by side: what changed, readable, harmless, and only of this article. FAULTS S03, A02."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.differences import side_by_side
from articles.models import Topic
from articles.wording import rich_lines
from tests.articles.admin.desk import change_article
from tests.articles.admin.test_hostile import HOSTILE, assert_harmless
from tests.articles.history.versions import address, compare, revisions, words
from tests.factories import make_article, make_digest, make_item, make_region, make_topic

pytestmark = pytest.mark.django_db


def test_a_changed_text_stands_beside_the_old_one(editor: Client) -> None:
    article = make_article("Old title", body="<p>One.</p><p>Two.</p>")
    change_article(editor, article.pk).fill(title="New title", body="<p>One.</p><p>Three.</p>").save()
    text = words(compare(editor, article))
    assert "Old title New title" in text
    assert "One. One. Two. Three." in text
    assert "Conclusion" not in text


def test_the_older_one_stands_on_the_left_however_they_are_chosen(editor: Client) -> None:
    article = make_article("Old title")
    change_article(editor, article.pk).fill(title="New title").save()
    assert words(compare(editor, article, old=-1, new=-2)) == words(compare(editor, article))


def test_items_say_what_changed_in_them(editor: Client) -> None:
    article = make_digest("Freedonia", "Ruritania")
    region = make_region("Sylvania")
    make_topic("Chains")
    change_article(editor, article.pk).fill(
        "items-0", action="adoption", filed_under=[region.pk], topics=["Chains"]
    ).save()
    text = words(compare(editor, article))
    assert "Regions: Freedonia Regions: Sylvania" in text
    assert "What happened: adopted" in text
    assert "Order of items" not in text
    assert "Topics: Chains" in text
    assert "“Ruritania”" not in text


def test_deleted_moved_and_new_items_are_shown(editor: Client) -> None:
    article = make_digest("Freedonia", "Ruritania")
    change_article(editor, article.pk).fill(title="Numbered").save()
    form = change_article(editor, article.pk).fill("items-0", position=2).fill("items-1", position=1)
    form.save()
    assert "Order of items" in words(compare(editor, article))
    change_article(editor, article.pk).fill("items-0", DELETE="on").save()
    assert "Item “Ruritania”" in words(compare(editor, article))


def test_what_is_no_longer_there_is_said_to_be_so(editor: Client) -> None:
    article = make_article("Old title", tags=["Chains"])
    change_article(editor, article.pk).fill(title="New title", topics=[]).save()
    Topic.objects.all().delete()
    assert "no longer there" in words(compare(editor, article))


def test_hostile_text_is_harmless_on_every_page(chief: Client) -> None:
    article = make_article(HOSTILE, slug="hostile", standfirst=HOSTILE, tags=[HOSTILE[:80]], status="draft")
    item = make_item(article, make_region(HOSTILE, slug="region"), heading=HOSTILE, issuer=HOSTILE)
    article.notices.create(text=HOSTILE)
    change_article(chief, article.pk).fill(title=f"{HOSTILE} 2").fill("items-0", issuer=f"{HOSTILE} 2").save()
    for response in (
        chief.get(address("history", article)),
        compare(chief, article),
        chief.get(address("restore", article, revisions(article)[0].pk)),
    ):
        assert "alert(1)" in response.content.decode()
        assert_harmless(response, response.request["PATH_INFO"])
    assert item.pk


class TestForgedIds:
    def test_a_version_of_another_article_is_not_found(self, editor: Client) -> None:
        mine, theirs = make_article("Mine"), make_article("Theirs")
        for article in (mine, theirs):
            change_article(editor, article.pk).fill(standfirst="New").save()
        own, foreign = revisions(mine)[0].pk, revisions(theirs)[0].pk
        response = editor.get(address("compare", mine), {"one": own, "other": foreign})
        assert response.status_code == 404
        assert editor.get(address("restore", mine, foreign)).status_code == 404
        assert (
            editor.post(address("restore", mine, foreign), {"save_token": mine.save_token}).status_code == 404
        )

    @pytest.mark.parametrize("one", ["", "x", "-1", "²", "9" * 30, "0"])
    def test_what_is_no_number_is_not_found(self, editor: Client, one: str) -> None:
        article = make_article()
        change_article(editor, article.pk).fill(standfirst="New").save()
        assert editor.get(address("compare", article), {"one": one, "other": one}).status_code == 404

    def test_a_missing_article_is_not_found(self, editor: Client) -> None:
        assert editor.get(reverse("admin:articles_article_compare", args=[999])).status_code == 404
        assert editor.get(reverse("admin:articles_article_restore", args=[999, 1])).status_code == 404


class TestLines:
    def test_links_and_emphasis_can_be_compared(self) -> None:
        link = '<a href="https://example.org/" rel="x">this <strong>law</strong></a>'
        lines = rich_lines(f"<h2>A</h2><p>See {link}.</p><ul><li><p>one</p></li></ul>")
        assert lines == ["# A", "See this **law** (https://example.org/).", "– one"]

    def test_only_the_changed_words_are_marked(self) -> None:
        [row] = side_by_side(["a red house"], ["a blue house"])
        assert [piece.text for piece in row.left if piece.changed] == ["red"]
        assert [piece.text for piece in row.right if piece.changed] == ["blue"]

    def test_a_very_long_line_is_marked_as_a_whole(self) -> None:
        [row] = side_by_side(["a " * 5000], ["b " * 5000])
        assert len(row.left) == 1
