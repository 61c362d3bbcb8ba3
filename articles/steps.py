"""Reading timelines: the public steps of each policy in their order, and where the policy stands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import heapify, heappop, heappush

from django.urls import reverse
from django.utils import timezone

from articles.choices import STATUS_OF_ACTION, Action, DatePrecision, PolicyStatus
from articles.models import Article, PolicyItem
from articles.places import Place, places_of


@dataclass(frozen=True, slots=True)
class Step:
    """What a timeline shows of a public item and its article; ``title`` may be empty until it is known."""

    pk: int
    first_step: int | None
    continues: int | None
    title: str
    action: str
    announced_on: date | None
    announced_precision: str
    in_force_on: date | None
    in_force_precision: str
    article_title: str
    article_language: str
    reported_at: datetime | None

    @property
    def url(self) -> str:
        """The permalink of the item."""
        return reverse("item", kwargs={"pk": self.pk})

    @property
    def status(self) -> PolicyStatus:
        """The policy status that this step gives."""
        return STATUS_OF_ACTION.get(self.action, PolicyStatus.UNKNOWN)

    @property
    def action_label(self) -> str:
        """What happened, in words; empty where it is not known."""
        return str(Action(self.action).label) if self.action else ""

    @property
    def day(self) -> date:
        """The day under which the step stands: announced, else in force, else reported, if only today."""
        return self.announced_on or self.in_force_on or timezone.localdate(self.reported_at)

    @property
    def precision(self) -> str:
        """How exactly that day is known."""
        if self.announced_on:
            return self.announced_precision
        return self.in_force_precision if self.in_force_on else DatePrecision.DAY

    @property
    def is_dated(self) -> bool:
        """Whether the day is that of the step itself, not of its report."""
        return bool(self.announced_on or self.in_force_on)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The public steps of one policy, the earliest first."""

    steps: tuple[Step, ...] = ()

    @property
    def status(self) -> PolicyStatus:
        """Where the policy stands: what its latest step gives."""
        return self.steps[-1].status if self.steps else PolicyStatus.UNKNOWN

    @property
    def has_several(self) -> bool:
        """Whether there is more than one step to show."""
        return len(self.steps) > 1

    def number_of(self, item: PolicyItem) -> int:
        """Return which step the item is, from 1."""
        return [step.pk for step in self.steps].index(item.pk) + 1


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps by date, none before the one that it continues."""
    by_id = {step.pk: step for step in steps}
    followers: dict[int, list[int]] = defaultdict(list)
    ready = []
    for step in by_id.values():
        if step.continues is not None and step.continues in by_id:
            followers[step.continues].append(step.pk)
        else:
            ready.append((step.day, step.pk))
    heapify(ready)
    ordered = []
    while ready:
        _, pk = heappop(ready)
        ordered.append(by_id[pk])
        for follower in followers[pk]:
            heappush(ready, (by_id[follower].day, follower))
    return tuple(ordered)


def steps_of(items: Sequence[PolicyItem], *, article: Article | None = None) -> list[Step]:
    """Return the public steps of all policies that the items belong to, in no order, in one query.

    The items of ``article`` count as public.
    """
    first_steps = {item.first_step_id or item.pk for item in items}
    public = PolicyItem.objects
    visible = public.published_or_of(article) if article else public.published()
    return [Step(*row) for row in visible.in_timeline(sorted(first_steps)).as_steps()]


def titled(steps: Iterable[Step], places: dict[int, list[Place]]) -> list[Step]:
    """Return the steps with the titles that pages print: the heading, else the first place."""
    return [
        step if step.title else replace(step, title=_title(places.get(step.pk, []), step.pk))
        for step in steps
    ]


def _title(places: Sequence[Place], pk: int) -> str:
    return places[0].name if places else f"Item {pk}"


def joined(items: Sequence[PolicyItem], steps: Iterable[Step]) -> dict[int, Timeline]:
    """Return the timeline of each item by the item's id."""
    of_policy: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        of_policy[step.first_step or step.pk].append(step)
    timelines = {first: Timeline(in_order(found)) for first, found in of_policy.items()}
    return {item.pk: timelines.get(item.first_step_id or item.pk, Timeline()) for item in items}


def timelines_of(items: Sequence[PolicyItem]) -> dict[int, Timeline]:
    """Return the timeline of each item by the item's id, in two queries."""
    steps = steps_of(items)
    return joined(items, titled(steps, places_of([step.pk for step in steps])))
