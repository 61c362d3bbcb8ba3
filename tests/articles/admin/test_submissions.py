"""A form for a new article that comes twice makes one article. FAULTS D02."""

import pytest
from django.test import Client

from articles.models import Article
from tests.articles.admin.desk import add_article, change_article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_form_sent_twice_makes_one_article_and_leads_to_it(editor: Client) -> None:
    form = add_article(editor).fill(title="Once", body="<p>Text.</p>")
    form.save()
    response = editor.post(form.url, {**form.data, "_save": "1"}, follow=True)
    made = Article.objects.get()
    assert response.redirect_chain[-1][0] == f"/admin/articles/article/{made.pk}/change/"
    assert "“Once” was saved already" in response.content.decode()


def test_two_forms_make_two_articles(editor: Client) -> None:
    add_article(editor).fill(title="Same", body="<p>Text.</p>").save()
    add_article(editor).fill(title="Same", body="<p>Text.</p>").save()
    assert Article.objects.count() == 2


def test_a_form_that_was_refused_keeps_its_key(editor: Client) -> None:
    form = add_article(editor).fill(title="")
    key = form.data["submission_key"]
    response = form.send()
    assert response.status_code == 200
    assert f'value="{key[0]}"' in response.content.decode()
    form.fill(title="Once").save()
    form.send()
    assert Article.objects.count() == 1


@pytest.mark.parametrize("key", ["", None, "x" * 23, "\0" * 22])
def test_a_strange_key_makes_no_failure(editor: Client, key: str | None) -> None:
    form = add_article(editor).fill(title="Once", submission_key=key)
    assert form.send().status_code in (200, 302)


def test_the_key_of_another_article_changes_nothing_of_it(writer: Client) -> None:
    known = make_article("Known", submission_key="k" * 22)
    response = add_article(writer).fill(title="Mine", submission_key="k" * 22).send()
    assert response.status_code == 302
    known.refresh_from_db()
    assert known.title == "Known"
    assert Article.objects.count() == 1


def test_a_page_of_a_known_article_has_no_key(editor: Client) -> None:
    article = make_article()
    form = change_article(editor, article.pk)
    assert "submission_key" not in form.data
    form.fill(submission_key="forged", title="New").save()
    article.refresh_from_db()
    assert (article.title, article.submission_key) == ("New", None)
