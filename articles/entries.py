"""Items as readers see them: each with its places and its timeline, and in a digest with its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.facts import Fact, facts_of, not_known
from articles.models import Article, PolicyItem
from articles.numbering import printed
from articles.places import Place, places_of
from articles.relations import Tie
from articles.steps import Timeline, joined, steps_of, titled


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as a page shows it; ``number`` is None where it is unnumbered or no digest is around it.

    ``level`` is that of its heading: one deeper under the heading of a section.
    """

    item: PolicyItem
    places: list[Place]
    timeline: Timeline
    number: int | None = None
    level: int = 2
    ties: tuple[Tie, ...] = ()

    @property
    def title(self) -> str:
        """The heading, else the name of the place that the item is filed under."""
        if self.item.heading or not self.places:
            return self.item.heading or f"Item {self.item.pk}"
        return self.places[0].name

    @property
    def path(self) -> str:
        """The path of the region that the item is filed under, empty where there is none."""
        return self.places[0].path if self.places else ""

    @property
    def printed_number(self) -> str:
        """The number with two digits, empty where there is none."""
        return printed(self.number)

    @property
    def facts(self) -> list[Fact]:
        """What a digest tells of the item."""
        return facts_of(self.item, self.timeline.status)

    @property
    def all_facts(self) -> list[Fact]:
        """Everything that is known of the item."""
        return facts_of(self.item, self.timeline.status, whole=True)

    @property
    def missing(self) -> list[str]:
        """The names of the facts that are not known."""
        return not_known(self.item)

    @property
    def has_source(self) -> bool:
        """Whether there is a source to name."""
        return bool(self.item.source_url or self.item.source_title or self.item.archived_url)

    @property
    def step_number(self) -> int:
        """Which step of its policy the item is."""
        return self.timeline.number_of(self.item)


def listed(items: Sequence[PolicyItem], *, article: Article | None = None) -> list[Entry]:
    """Return the entries of items without their numbers, in two queries.

    The items of ``article`` count as public, so that a preview shows what readers will see.
    """
    if not items:
        return []
    steps = steps_of(items, article=article)
    places = places_of({item.pk for item in items} | {step.pk for step in steps if not step.title})
    timelines = joined(items, titled(steps, places))
    return [Entry(item, places.get(item.pk, []), timelines[item.pk]) for item in items]
