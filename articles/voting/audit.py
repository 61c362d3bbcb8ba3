"""Whether every tally and every daily count is what its votes add up to; and mending those that are not."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from django.db import transaction
from django.db.models import Count, DateField
from django.db.models.functions import TruncDate

from articles.choices import VoteState
from articles.models import Article, HelpfulVote, VoteDay, VoteTally
from articles.voting.ledger import COUNT_COLUMNS, column_of

Figure = tuple[str, date | None]  # a column of the tally with None, or "yes" or "no" with a day
Figures = Counter[Figure]
BATCH = 500  # articles


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored figure of an article that is not what the votes add up to."""

    article_id: int
    column: str
    day: date | None
    stored: int
    counted: int

    def __str__(self) -> str:
        where = f"{self.column} on {self.day}" if self.day else self.column
        return f"article {self.article_id}: {where} is {self.stored}, its votes are {self.counted}"


def differences(*, fix: bool = False) -> Iterator[Difference]:
    """Yield every figure that differs from its votes; with ``fix``, put the votes' number in its place.

    What differs at first sight is looked at again under the lock, so that a vote in between is no difference.
    """
    for article_ids in _batches(list(Article.objects.order_by("pk").values_list("pk", flat=True))):
        stored, counted = _stored(article_ids), _counted(article_ids)
        for article_id in article_ids:
            if stored[article_id] != counted[article_id]:
                yield from _locked_differences(article_id, fix=fix)


def _batches(article_ids: list[int]) -> Iterator[list[int]]:
    return (article_ids[start : start + BATCH] for start in range(0, len(article_ids), BATCH))


@transaction.atomic
def _locked_differences(article_id: int, *, fix: bool) -> list[Difference]:
    VoteTally.objects.locked(article_id)
    stored, counted = _stored([article_id])[article_id], _counted([article_id])[article_id]
    found = [
        Difference(article_id, column, day, stored[column, day], counted[column, day])
        for column, day in sorted(stored.keys() | counted.keys(), key=str)
        if stored[column, day] != counted[column, day]
    ]
    if fix:
        _store(article_id, found)
    return found


def _store(article_id: int, found: list[Difference]) -> None:
    tallies = VoteTally.objects.filter(article=article_id)
    for difference in found:
        if difference.day is None:
            tallies.update(**{difference.column: difference.counted})
        else:
            missing = difference.counted - difference.stored
            moved = {"yes": 0, "no": 0} | {difference.column: missing}
            VoteDay.objects.move(article_id, difference.day, **moved)


def _stored(article_ids: Sequence[int]) -> defaultdict[int, Figures]:
    figures: defaultdict[int, Figures] = defaultdict(Counter)
    for tally in VoteTally.objects.filter(article__in=article_ids):
        figures[tally.article_id].update({(name, None): getattr(tally, name) for name in COUNT_COLUMNS})
    for day in VoteDay.objects.filter(article__in=article_ids):
        figures[day.article_id].update({("yes", day.day): day.yes, ("no", day.day): day.no})
    return figures


def _counted(article_ids: Sequence[int]) -> defaultdict[int, Figures]:
    figures: defaultdict[int, Figures] = defaultdict(Counter)
    day = TruncDate("created_at", tzinfo=UTC, output_field=DateField())
    votes = HelpfulVote.objects.filter(article__in=article_ids).annotate(day=day)
    groups = votes.values_list("article", "state", "helpful", "day").annotate(votes=Count("pk"))
    for article_id, state, helpful, cast_on, number in groups.order_by():
        column = column_of(state, helpful=helpful)
        if column:
            figures[article_id][column, None] += number
        if column and state == VoteState.COUNTED:
            figures[article_id][column, cast_on] += number
    return figures
