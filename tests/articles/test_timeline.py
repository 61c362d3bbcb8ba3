import pytest
from django.core.exceptions import ValidationError

from articles.models import PolicyItem
from tests.factories import make_article, make_item

pytestmark = pytest.mark.django_db


def chain(length: int) -> list[PolicyItem]:
    steps: list[PolicyItem] = []
    for _ in range(length):
        steps.append(make_item(make_article(), continues=steps[-1] if steps else None))
    return steps


def first_steps(*items: PolicyItem) -> list[int | None]:
    return [PolicyItem.objects.get(pk=item.pk).first_step_id for item in items]


def test_every_later_step_knows_where_its_timeline_begins() -> None:
    first, second, third = chain(3)
    assert first_steps(first, second, third) == [None, first.pk, first.pk]


def test_several_items_may_continue_one() -> None:
    first, second = chain(2)
    branch = make_item(make_article(), continues=first)
    steps = PolicyItem.objects.in_timeline([first.pk])
    assert set(steps) == {first, second, branch}


def test_joining_two_timelines_tells_all_steps_of_the_later_one() -> None:
    first, second = chain(2)
    third, fourth = chain(2)
    third.continues = second
    third.save()
    assert first_steps(third, fourth) == [first.pk, first.pk]


def test_cutting_a_timeline_begins_a_new_one() -> None:
    first, second, third = chain(3)
    second.continues = None
    second.save()
    assert first_steps(first, second, third) == [None, None, second.pk]


@pytest.mark.parametrize("gone", [0, 1])
def test_deleting_a_step_leaves_whole_timelines(gone: int) -> None:
    steps = chain(4)
    steps.pop(gone).delete()
    after = steps[gone:]
    assert first_steps(*after) == [None] + [after[0].pk] * (len(after) - 1)


def test_deleting_an_article_mends_the_timelines_of_others() -> None:
    first, second, third = chain(3)
    first.article.delete()
    assert first_steps(second, third) == [None, second.pk]


def test_a_circle_is_refused_by_forms_and_by_saving() -> None:
    first, _, third = chain(3)
    first.continues = third
    with pytest.raises(ValidationError, match="comes after it"):
        first.full_clean()
    with pytest.raises(ValidationError, match="comes after it"):
        first.save()
    assert first_steps(first) == [None]


def test_an_item_does_not_continue_itself() -> None:
    (item,) = chain(1)
    item.continues = item
    with pytest.raises(ValidationError):
        item.save()
