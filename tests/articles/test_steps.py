from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.choices import Action, ArticleStatus, PolicyStatus
from articles.models import PolicyItem
from articles.steps import Timeline, timelines_of
from tests.factories import make_article, make_item

pytestmark = pytest.mark.django_db


def make_step(continues: PolicyItem | None = None, **fields: Any) -> PolicyItem:
    return make_item(make_article(), continues=continues, **fields)


def timeline_of(item: PolicyItem) -> Timeline:
    return timelines_of([PolicyItem.objects.get(pk=item.pk)])[item.pk]


def steps_of(item: PolicyItem) -> list[PolicyItem]:
    return [PolicyItem.objects.get(pk=step.pk) for step in timeline_of(item).steps]


def test_a_policy_stands_where_its_latest_step_put_it() -> None:
    first = make_step(action=Action.CONSULTATION_OPENED, announced_on=date(2020, 1, 1))
    second = make_step(first, action=Action.ADOPTION, announced_on=date(2020, 6, 1))
    assert timeline_of(first).status == PolicyStatus.ADOPTED
    assert timeline_of(second).status == PolicyStatus.ADOPTED


def test_a_single_step_is_a_policy_of_its_own() -> None:
    item = make_step(action=Action.SIGNING)
    assert steps_of(item) == [item]
    assert not timeline_of(item).has_several
    assert timeline_of(item).status == PolicyStatus.ADOPTED


def test_where_the_latest_step_tells_no_action_the_status_is_not_known() -> None:
    first = make_step(action=Action.ADOPTION)
    make_step(first)
    assert timeline_of(first).status == PolicyStatus.UNKNOWN


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.ARCHIVED, ArticleStatus.APPROVED])
def test_a_step_that_is_not_public_is_not_in_the_timeline(status: str) -> None:
    first = make_step(action=Action.CONSULTATION_OPENED)
    hidden = make_item(make_article(status=status), continues=first, action=Action.REJECTION)
    last = make_step(hidden, action=Action.OPINION)
    assert steps_of(first) == [first, last]
    assert timeline_of(first).status == PolicyStatus.IN_PREPARATION


def test_a_timeline_whose_beginning_is_not_public_shows_the_rest() -> None:
    hidden = make_item(make_article(status=ArticleStatus.DRAFT))
    second = make_step(hidden, action=Action.ADOPTION)
    third = make_step(second)
    assert steps_of(third) == [second, third]


def test_a_scheduled_step_joins_when_its_time_has_come() -> None:
    first = make_step()
    due = make_article(status=ArticleStatus.SCHEDULED, published_at=timezone.now() - timedelta(minutes=1))
    later = make_article(status=ArticleStatus.SCHEDULED, published_at=timezone.now() + timedelta(minutes=1))
    second = make_item(due, continues=first)
    make_item(later, continues=first)
    assert steps_of(first) == [first, second]


def test_steps_go_by_date_whatever_the_order_of_their_telling() -> None:
    first = make_step(announced_on=date(2020, 1, 1))
    told_first = make_step(first, in_force_on=date(2022, 1, 1))
    told_last = make_step(first, announced_on=date(2021, 1, 1))
    assert steps_of(first) == [first, told_last, told_first]


def test_no_step_comes_before_the_one_that_it_continues() -> None:
    first = make_step(announced_on=date(2020, 9, 25))
    second = make_step(first, announced_on=date(2020, 1, 1))  # known to the year alone
    assert steps_of(first) == [first, second]
    assert timeline_of(first).number_of(second) == 2


def test_a_page_of_items_costs_the_same_queries_at_any_length(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    items = [make_step(make_step()) for _ in range(8)]
    for page in (items[:1], items):
        with django_assert_num_queries(2):  # the steps, and their places
            timelines_of(page)
