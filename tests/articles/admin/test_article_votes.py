"""What readers said of an article, where editors work on it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.articles.admin.desk import ADD, CHANGE
from tests.articles.admin.worklists.ballots import judged
from tests.factories import make_article, make_tally
from tests.reading import links, read, words

pytestmark = pytest.mark.django_db


def said(editor: Client, article: Article) -> str:
    return words(read(editor, reverse(CHANGE, args=[article.pk])).select_one(".field-readers_said .readonly"))


def test_all_votes_are_told_as_readers_see_them(editor: Client) -> None:
    article = make_article()
    make_tally(article, base_yes=93, base_no=39)
    judged(article, yes=1)
    assert said(editor, article).startswith("94 out of 133 found it helpful. It has had no major change.")


def test_those_since_the_last_major_change_are_told_apart(editor: Client) -> None:
    article = make_article()
    judged(article, no=8)
    article.corrected_at = timezone.now()
    article.save()
    assert "Since the last major change nobody has voted yet." in said(editor, article)
    judged(article, yes=3, no=1, article_version=2)
    assert "Since the last major change 1 No, 3 Yes: 25% not helped." in said(editor, article)
    assert said(editor, article).startswith("3 out of 12")


def test_a_link_leads_to_reasons_and_comments(editor: Client) -> None:
    article = judged(make_article(), yes=1)
    page = read(editor, reverse(CHANGE, args=[article.pk]))
    (link,) = links(page, ".field-readers_said")
    assert read(editor, link).h1


def test_a_new_article_and_an_article_without_votes_say_so(editor: Client) -> None:
    assert said(editor, make_article()) == "Nobody has voted yet."
    assert words(read(editor, reverse(ADD)).select_one(".field-readers_said .readonly")) == "-"


def test_writers_are_shown_no_figures(writer: Client) -> None:
    article = make_article()
    assert not read(writer, reverse(CHANGE, args=[article.pk])).select(".field-readers_said")
