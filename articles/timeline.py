"""Timelines: items that continue one another are the steps of one policy."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from articles.models import PolicyItem


def leads_back(item: "PolicyItem") -> bool:
    """Whether following ``continues`` from the item comes back to it."""
    if item.pk is None:
        return False
    items = type(item).objects
    seen: set[int] = set()
    step = item.continues_id
    while step is not None and step not in seen:
        if step == item.pk:
            return True
        seen.add(step)
        step = items.filter(pk=step).values_list("continues", flat=True).first()
    return False


def refuse_circle(item: "PolicyItem") -> None:
    """Raise a ValidationError where saving the item would close a circle."""
    if item.continues_id is not None and leads_back(item):
        raise ValidationError({"continues": "An item can't continue one that comes after it."})


def first_step_of(item: "PolicyItem") -> int | None:
    """Return the id of the item that this one's timeline begins with, None where it begins itself."""
    if item.continues_id is None:
        return None
    before = type(item).objects.filter(pk=item.continues_id).values_list("first_step", flat=True).first()
    return before or item.continues_id


def pass_on(item: "PolicyItem") -> None:
    """Tell the items that continue this one, and those after them, where their timeline begins."""
    items = type(item).objects
    first_step = item.first_step_id or item.pk
    frontier = [item.pk]
    while frontier:
        followers = items.filter(continues__in=frontier).exclude(first_step=first_step)
        frontier = list(followers.values_list("pk", flat=True))
        items.filter(pk__in=frontier).update(first_step=first_step)


def mend(item_ids: Iterable[int], model: "type[PolicyItem]") -> None:
    """Begin anew the timelines of items whose earlier step was deleted."""
    for item in model.objects.filter(pk__in=list(item_ids)):
        item.first_step_id = first_step_of(item)
        model.objects.filter(pk=item.pk).update(first_step=item.first_step_id)
        pass_on(item)
