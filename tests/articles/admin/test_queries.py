"""The desk asks the database a constant number of questions, however much there is to show."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Notice, PolicyItem, RelatedBlock, RelatedPost
from tests.articles.admin.desk import CHANGE, LIST, change_article
from tests.factories import make_article, make_digest, make_item, make_region, make_tally

pytestmark = pytest.mark.django_db

# A savepoint and its end, what was there, the new row; in a timeline twice its circle, and its first step.
MOST_FOR_AN_ITEM = 7


@pytest.fixture(autouse=True)
def _known_content_types(db: None) -> None:
    """Django asks for these once per process."""
    ContentType.objects.get_for_models(Article, PolicyItem)


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(captured)


def long_digest(items: int) -> Article:
    """A digest whose every item has two regions, two topics and an earlier step."""
    country = make_region(f"Country {items}")
    earlier = make_item(make_article(), country)
    article = make_article(tags=["one", "two"])
    for number in range(items):
        place = make_region(f"Province {items} {number}", country)
        make_item(article, place, country, tags=["AI", f"topic {number % 5}"], continues=earlier)
    for number in range(items // 3):
        Notice.objects.create(article=article, text=f"Notice {number}")
        RelatedPost.objects.create(article=article, post=make_article(), position=number)
        RelatedBlock.objects.create(article=article, blocked=make_article())
    make_tally(article, base_yes=93, base_no=39)
    return article


class TestChangePage:
    def test_it_asks_the_same_for_14_and_60_items(self, editor: Client) -> None:
        few, many = (reverse(CHANGE, args=[long_digest(items).pk]) for items in (14, 60))
        assert queries(editor, few) == queries(editor, many) <= 15

    def test_so_it_does_where_it_may_only_be_read(self, writer: Client) -> None:
        few, many = (reverse(CHANGE, args=[long_digest(items).pk]) for items in (3, 12))
        assert queries(writer, few) == queries(writer, many)

    def test_so_it_does_after_an_error(self, editor: Client) -> None:
        counts = []
        for items in (3, 12):
            form = change_article(editor, long_digest(items).pk).fill(title="")
            with CaptureQueriesContext(connection) as captured:
                assert form.send().status_code == 200
            counts.append(len(captured))
        assert counts[0] == counts[1]

    def test_saving_it_unchanged_asks_the_same(self, editor: Client) -> None:
        counts = []
        for items in (3, 12):
            article = long_digest(items)
            change_article(editor, article.pk).save()  # numbers the items
            form = change_article(editor, article.pk)
            with CaptureQueriesContext(connection) as captured:
                form.save()
            counts.append(len(captured))
        assert counts[0] == counts[1]

    def test_one_changed_item_is_written_and_no_other(self, editor: Client) -> None:
        article = long_digest(12)
        change_article(editor, article.pk).save()
        form = change_article(editor, article.pk).fill("items-5", body="<p>Changed.</p>")
        with CaptureQueriesContext(connection) as captured:
            form.save()
        written = [query["sql"] for query in captured if query["sql"].startswith("UPDATE")]
        assert sum("articles_policyitem" in sql for sql in written) == 1

    def test_each_further_item_whose_text_changed_costs_few_questions(self, editor: Client) -> None:
        counts = []
        for items in (3, 12):
            article = long_digest(items)
            change_article(editor, article.pk).save()
            form = change_article(editor, article.pk)
            for row in range(items):
                form.fill(f"items-{row}", body=f"<p>Changed {row}.</p>")
            with CaptureQueriesContext(connection) as captured:
                form.save()
            counts.append(len(captured))
        assert counts[1] - counts[0] <= 9 * MOST_FOR_AN_ITEM


def test_the_list_of_articles_asks_the_same_for_5_and_50_rows(editor: Client) -> None:
    counts = []
    for rows in (5, 45):
        for number in range(rows):
            digest = make_digest(f"Country {rows} {number}", "Freedonia", "Ruritania", "Sylvania")
            make_tally(digest, yes=3)
        counts.append(queries(editor, reverse(LIST)))
    assert counts[0] == counts[1] <= 15


@pytest.mark.parametrize("model", ["policyitem", "topic", "series", "helpfulvote"])
def test_other_lists_ask_the_same_for_few_and_many_rows(editor: Client, model: str) -> None:
    counts = []
    for rows in (3, 20):
        for _ in range(rows):
            long_digest(2)
        counts.append(queries(editor, reverse(f"admin:articles_{model}_changelist")))
    assert counts[0] == counts[1]


def test_an_autocomplete_asks_the_same_for_few_and_many_rows(editor: Client) -> None:
    url = f"{reverse('admin:autocomplete')}?app_label=articles&model_name=policyitem&field_name=continues"
    counts = []
    for rows in (2, 12):
        make_digest(*[f"Country {rows} {number}" for number in range(rows)])
        counts.append(queries(editor, url))
    assert counts[0] == counts[1]
