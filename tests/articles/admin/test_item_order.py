"""The order of items at the desk: what was sent is what is shown again, and what is saved."""

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.articles.admin.desk import Form, change_article, soup
from tests.factories import make_digest

pytestmark = pytest.mark.django_db

NAMES = ("Freedonia", "Ruritania", "Sylvania", "Zembla")


@pytest.fixture
def form(editor: Client) -> Form:
    return change_article(editor, make_digest(*NAMES).pk)


def arrange(form: Form, *rows: int) -> None:
    """Put the rows in this order, as the script of the desk does."""
    for position, row in enumerate(rows, start=1):
        form.fill(f"items-{row}", position=position)


def titles(response: HttpResponse) -> list[str]:
    return [title.get_text() for title in soup(response).select(".items-list .item-title")]


def numbers(response: HttpResponse) -> list[str]:
    return [number.get_text() for number in soup(response).select(".items-list .item-number")]


def last_message() -> str:
    return LogEntry.objects.latest("pk").get_change_message()


def stored() -> list[str]:
    return [item.title for item in Article.objects.get().items.all()]


def test_a_failed_save_shows_the_new_order(form: Form) -> None:
    arrange(form, 3, 0, 2, 1)
    response = form.fill(title="").send()
    assert response.status_code == 200
    assert titles(response) == ["Zembla", "Freedonia", "Sylvania", "Ruritania"]
    assert numbers(response) == ["01", "02", "03", "04"]
    assert stored() == list(NAMES)


def test_saving_again_after_a_failed_save_stores_the_new_order(form: Form) -> None:
    arrange(form, 3, 0, 2, 1)
    form.read(soup(form.fill(title="").send()))
    form.fill(title="Mended").save()
    assert stored() == ["Zembla", "Freedonia", "Sylvania", "Ruritania"]


def test_a_failed_save_shows_a_new_item_where_it_was_put(form: Form) -> None:
    form.add("items", heading="Newcomer", position=2)
    arrange(form, 0, 4, 1, 2, 3)
    response = form.fill("items-1", amount="not a number").send()
    assert titles(response) == ["Freedonia", "Newcomer", "Ruritania", "Sylvania", "Zembla"]
    opened = [item.get("id") for item in soup(response).select(".items-list > .item-open")]
    assert opened == ["items-4", "items-1"]  # the new one, and the one with the error


def test_a_failed_save_keeps_what_is_to_be_deleted_marked_and_uncounted(form: Form) -> None:
    newcomer = form.add("items", heading="Newcomer", position=1)
    form.fill(newcomer, DELETE="on").fill("items-2", DELETE="on")
    response = form.fill(title="").send()
    deleted = [item.get("id") for item in soup(response).select(".items-list > .item-deleted")]
    assert sorted(deleted) == ["items-2", newcomer]
    assert sorted(numbers(response)) == ["", "", "01", "02", "03"]


def test_an_item_whose_position_is_no_number_keeps_its_place(form: Form) -> None:
    for row in (0, 2):
        response = form.fill(f"items-{row}", position="x").send()
        assert titles(response) == list(NAMES)


def test_a_new_item_with_nothing_but_a_place_is_none(form: Form) -> None:
    form.add("items", position=2)
    form.save()
    assert stored() == list(NAMES)


def test_a_new_item_that_was_deleted_again_is_none(form: Form) -> None:
    form.add("items", heading="Newcomer", DELETE="on", position=2)
    form.save()
    assert stored() == list(NAMES)


def test_a_new_order_is_logged_once(form: Form) -> None:
    arrange(form, 3, 0, 2, 1)
    form.save()
    assert last_message() == "Changed order of policy items."


def test_a_new_item_at_the_beginning_leaves_the_order_of_the_others(form: Form) -> None:
    form.add("items", heading="Newcomer", position=1)
    arrange(form, 4, 0, 1, 2, 3)
    form.save()
    assert last_message() == "Added policy item “Newcomer”."


def test_a_new_order_asks_the_same_for_few_and_many_items(editor: Client) -> None:
    counts = []
    for items in (4, 16):
        form = change_article(editor, make_digest(*(f"Region {items} {n}" for n in range(items))).pk)
        form.save()  # keeps a first version, and numbers the items
        form = change_article(editor, Article.objects.order_by("pk")[len(counts)].pk)
        arrange(form, *reversed(range(items)))
        with CaptureQueriesContext(connection) as captured:
            form.save()
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_line_of_an_item_tells_what_it_is_about(editor: Client) -> None:
    article = make_digest("Freedonia")
    item = article.items.get()
    item.announced_on, item.announced_precision, item.issuer = "2020-04-01", "month", "The cabinet"
    item.body, item.section = f"<p>First &amp; foremost</p><p>{'words ' * 40}</p>", "Laws"
    item.save()
    response = editor.get(change_article(editor, article.pk).url)
    line = soup(response).select_one(".items-list > .item")
    assert line is not None
    told = {part: line.select_one(f".item-{part}").get_text(strip=True) for part in
            ("section", "number", "title", "date", "known")}  # fmt: skip
    assert told == {
        "section": "Laws",
        "number": "01",
        "title": "Freedonia",
        "date": "April 2020",
        "known": "2 known",
    }
    words = line.select_one(".item-words").get_text()
    assert words.startswith("First & foremost words words")
    assert len(words) <= 72
