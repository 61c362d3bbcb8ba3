"""Reading timelines: the public steps of each policy in their order, and where the policy stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

from django.utils import timezone

from articles.choices import PolicyStatus
from articles.models import PolicyItem


@dataclass(frozen=True)
class Timeline:
    """The public steps of one policy, the earliest first."""

    steps: tuple[PolicyItem, ...]

    @property
    def status(self) -> PolicyStatus:
        """Where the policy stands: what its latest step gives."""
        return self.steps[-1].step_status if self.steps else PolicyStatus.UNKNOWN

    @property
    def has_several(self) -> bool:
        """Whether there is more than one step to show."""
        return len(self.steps) > 1

    def number_of(self, item: PolicyItem) -> int:
        """Return which step the item is, from 1."""
        return self.steps.index(item) + 1


def step_date(step: PolicyItem) -> date:
    """Return the day under which a step stands: announced, else in force, else told."""
    published_at = step.article.published_at
    told = timezone.localdate(published_at) if published_at else date.max
    return step.announced_on or step.in_force_on or told


def in_order(steps: Iterable[PolicyItem]) -> tuple[PolicyItem, ...]:
    """Return the steps by date, none before the one that it continues."""
    by_id = {step.pk: step for step in steps}
    followers: dict[int, list[int]] = defaultdict(list)
    ready = []
    for step in by_id.values():
        if step.continues_id in by_id:
            followers[step.continues_id].append(step.pk)
        else:
            ready.append((step_date(step), step.pk))
    heapify(ready)
    ordered = []
    while ready:
        _, pk = heappop(ready)
        ordered.append(by_id[pk])
        for follower in followers[pk]:
            heappush(ready, (step_date(by_id[follower]), follower))
    return tuple(ordered)


def timelines_of(items: Sequence[PolicyItem], *, titled: bool = True) -> dict[int, Timeline]:
    """Return the timeline of each item by the item's id, in a constant number of queries.

    ``titled`` fetches the regions of the steps along, which their titles may need.
    """
    first_steps = {item.pk: item.first_step_id or item.pk for item in items}
    rows = PolicyItem.objects.published().in_timeline(sorted(set(first_steps.values()))).as_steps()
    steps_of: dict[int, list[PolicyItem]] = defaultdict(list)
    for step in rows.with_regions() if titled else rows:
        steps_of[step.first_step_id or step.pk].append(step)
    timelines = {first: Timeline(in_order(steps)) for first, steps in steps_of.items()}
    return {pk: timelines.get(first, Timeline(())) for pk, first in first_steps.items()}
