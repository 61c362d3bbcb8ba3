"""Series at the desk: an address that is made once and stays."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Series
from tests.articles.admin.desk import Form, errors

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_series_add")


def change(series: Series) -> str:
    """The address of the page that changes a series."""
    return reverse("admin:articles_series_change", args=[series.pk])


def test_equal_slugs_are_told_apart_wherever_series_are_made(editor: Client) -> None:
    slugs = [Series.objects.create(name=name).slug for name in ("City brief", "City-brief", "City: brief")]
    assert slugs == ["city-brief", "city-brief-2", "city-brief-3"]
    editor.post(ADD, {"name": "City, brief", "slug": "", "description": ""})
    assert Series.objects.get(name="City, brief").slug == "city-brief-4"


def test_a_longer_slug_does_not_take_a_shorter_one(editor: Client) -> None:
    Series.objects.create(name="City brief weekly")
    assert Series.objects.create(name="City brief").slug == "city-brief"


def test_a_long_name_leaves_room_for_the_number() -> None:
    slugs = [Series.objects.create(name="x" * 150 + end).slug for end in ("", "!", "?")]
    assert len(set(slugs)) == 3
    assert max(map(len, slugs)) <= 100


def test_a_slug_can_be_chosen_for_a_new_series(editor: Client) -> None:
    editor.post(ADD, {"name": "Weekly", "slug": "chosen", "description": ""})
    assert Series.objects.get().slug == "chosen"


def test_a_slug_that_another_series_has_can_not_be_chosen(editor: Client) -> None:
    Series.objects.create(name="Weekly")
    response = editor.post(ADD, {"name": "Other", "slug": "weekly", "description": ""})
    assert errors(response) == ["Series with this Slug already exists."]


def test_the_slug_of_a_series_stays(editor: Client) -> None:
    series = Series.objects.create(name="Weekly")
    form = Form(editor, change(series))
    assert "slug" not in form.data
    assert editor.post(change(series), form.data | {"name": "Monthly", "slug": "forged"}).status_code == 302
    series.refresh_from_db()
    assert (series.name, series.slug) == ("Monthly", "weekly")
