"""What the browser kept of an editor's typing comes back into the form; the editor alone saves it."""

import pytest
from django.http import HttpResponse
from django.test import Client

from articles.models import Article
from tests.articles.admin.desk import Form, add_article, change_article, errors, soup
from tests.factories import make_article, make_digest

pytestmark = pytest.mark.django_db


def brought_back(form: Form) -> HttpResponse:
    response = form.send("_restore")
    assert response.status_code == 200
    assert "What you typed is back below" in soup(response).get_text()
    return response


def test_it_stands_in_the_form_and_is_not_saved(editor: Client) -> None:
    article = make_digest("Freedonia", title="Before")
    form = change_article(editor, article.pk).fill(title="Typed").fill("items-0", body="<p>Typed too.</p>")
    response = brought_back(form)
    assert errors(response) == []
    assert Article.objects.get().title == "Before"
    form.read(soup(response))
    form.save()
    assert Article.objects.get().title == "Typed"
    assert article.items.get().body == "<p>Typed too.</p>"


def test_of_a_new_article_too(editor: Client) -> None:
    form = add_article(editor).fill(title="Typed")
    response = brought_back(form)
    assert not Article.objects.exists()
    form.read(soup(response))
    form.save()
    assert Article.objects.get().title == "Typed"


def test_other_errors_are_said(editor: Client) -> None:
    response = brought_back(add_article(editor).fill(title="", standfirst="Typed"))
    assert errors(response) == ["This field is required."]


def test_what_others_saved_meanwhile_is_shown(editor: Client, chief: Client) -> None:
    article = make_article("Before")
    form = change_article(editor, article.pk).fill(title="Typed")
    change_article(chief, article.pk).fill(title="Theirs").save()
    assert "Theirs" in soup(brought_back(form)).select_one(".conflict").get_text()


def test_nothing_is_kept_of_what_may_only_be_read(writer: Client) -> None:
    article = make_article("Before")
    page = soup(writer.get(f"/admin/articles/article/{article.pk}/change/"))
    assert page.select_one("#typed") is None


def test_the_page_says_whose_copy_it_is_and_whether_it_is_saved(editor: Client) -> None:
    form = change_article(editor, make_article().pk)
    place = form.page.select_one("#typed")
    assert place["data-user"]
    assert not place.has_attr("data-unsaved")
    assert soup(form.fill(title="").send()).select_one("#typed").has_attr("data-unsaved")
