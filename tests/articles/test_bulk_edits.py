"""One change to many items leaves each of them, its closure and its topics right."""

import pytest

from articles.bulk_edits import BulkEdit, edit_items
from articles.choices import Action
from articles.models import ItemPlace, PolicyItem, Topic
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db


def topics(item: PolicyItem) -> set[str]:
    return set(item.tags.values_list("name", flat=True))


def test_the_action_is_set_and_may_be_taken_back() -> None:
    item = make_item(make_article(), action=Action.DRAFTING)
    assert edit_items([item], BulkEdit(action=Action.ADOPTION)) == [item]
    item.refresh_from_db()
    assert item.action == Action.ADOPTION
    edit_items([item], BulkEdit(action=""))
    item.refresh_from_db()
    assert item.action == ""


def test_topics_are_added_and_removed_whatever_their_case() -> None:
    item = make_item(make_article(), tags=["AI", "energy"])
    edit_items([item], BulkEdit(topics_added=["ai", "Climate"], topics_removed=["ENERGY"]))
    assert topics(item) == {"AI", "Climate"}
    assert Topic.objects.filter(name__iexact="ai").count() == 1


def test_regions_come_after_those_there_and_the_closure_follows() -> None:
    china, france = make_region("China"), make_region("France")
    jiangsu = make_region("Jiangsu", china)
    item = make_item(make_article(), france)
    edit_items([item], BulkEdit(regions=[jiangsu, france]))
    item = PolicyItem.objects.get()
    assert item.filed_regions == [france, jiangsu]
    assert set(ItemPlace.objects.values_list("region__name", flat=True)) == {"France", "Jiangsu", "China"}


def test_regions_take_the_place_of_those_there() -> None:
    china, france = make_region("China"), make_region("France")
    item = make_item(make_article(), france)
    edit_items([item], BulkEdit(regions=[china], replaces_regions=True))
    assert PolicyItem.objects.get().filed_regions == [china]
    assert [place.region for place in ItemPlace.objects.all()] == [china]


def test_what_is_so_already_is_not_changed() -> None:
    china = make_region("China")
    item = make_item(make_article(), china, action=Action.ADOPTION, tags=["AI"])
    before = item.modified_at
    edit = BulkEdit(Action.ADOPTION, ["AI"], ["energy"], [china], replaces_regions=True)
    assert edit_items([item], edit) == []
    item.refresh_from_db()
    assert item.modified_at == before


def test_a_change_is_dated() -> None:
    item = make_item(make_article())
    before = item.modified_at
    edit_items([item], BulkEdit(topics_added=["AI"]))
    item.refresh_from_db()
    assert item.modified_at > before
