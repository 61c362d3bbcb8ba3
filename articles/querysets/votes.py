"""Named queries over votes and the figures kept beside them."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncHour

from articles.choices import VoteState
from articles.querysets.visibility import public

if TYPE_CHECKING:
    from articles.models import HelpfulVote, VoteDay, VoteRate, VoteTally


class VoteTallyQuerySet(models.QuerySet["VoteTally"]):
    """Tallies, read by pages and locked by voters."""

    def of(self, article_id: int) -> "VoteTally":
        """Return an article's tally; where nobody has voted yet, an unsaved one of zeros."""
        return self.filter(article=article_id).first() or self.model(article_id=article_id)

    def locked(self, article_id: int) -> "VoteTally":
        """Lock an article's tally until the transaction ends, and return it; make it where it is missing.

        On SQLite the transaction's ``BEGIN IMMEDIATE`` is the lock.
        """
        rows = self.select_for_update().filter(article=article_id)
        tally = rows.first()
        if tally is None:
            self.bulk_create([self.model(article_id=article_id)], ignore_conflicts=True)
            tally = rows.get()
        return tally

    def with_held_votes(self) -> Self:
        """Tallies of articles with votes that wait for an editor."""
        return self.filter(models.Q(held_yes__gt=0) | models.Q(held_no__gt=0))


class HelpfulVoteQuerySet(models.QuerySet["HelpfulVote"]):
    """Votes by what the transaction, its limits and editors ask for."""

    def of_voter(self, article_id: int, voter: bytes) -> "HelpfulVote | None":
        """Return a voter's vote on an article, if there is one."""
        return self.filter(article=article_id, voter=voter).first()

    def from_network(self, article_id: int, network: bytes) -> Self:
        """Votes on an article that came from a network today: its hash is another one tomorrow."""
        return self.filter(article=article_id, network=network)

    def cast_between(self, article_id: int, since: datetime, until: datetime) -> Self:
        """Votes on an article whose first casting falls into ``since`` ≤ time < ``until``."""
        return self.filter(article=article_id, created_at__gte=since, created_at__lt=until)

    def held(self) -> Self:
        """Votes of a burst, which wait for an editor."""
        return self.filter(state=VoteState.HELD)

    def not_void(self) -> Self:
        """Votes that count or may yet count."""
        return self.exclude(state=VoteState.VOID)

    def counted(self) -> Self:
        """Votes in the public tally."""
        return self.filter(state=VoteState.COUNTED)

    def commented(self) -> Self:
        """Votes with words beside them, void ones apart, the latest first."""
        return self.not_void().exclude(comment="").order_by("-changed_at", "-pk")

    def reasons_of(
        self, article_ids: Collection[int], since: datetime
    ) -> "models.QuerySet[HelpfulVote, Any]":
        """Rows of article, answer, reason, votes and comments, of counted votes first cast since then."""
        votes = self.counted().filter(article__in=article_ids, created_at__gte=since)
        groups = votes.values_list("article", "helpful", "reason")
        counted = groups.annotate(votes=Count("pk"), comments=Count("pk", filter=~Q(comment="")))
        return counted.order_by("article", "-votes", "reason")

    def since_change_of(self, article_ids: Collection[int]) -> "models.QuerySet[HelpfulVote, Any]":
        """Rows of article, answer and votes, of counted votes on the articles as they are now."""
        votes = self.counted().filter(article__in=article_ids, article_version=F("article__version"))
        return votes.values_list("article", "helpful").annotate(votes=Count("pk")).order_by()

    def by_hour(self) -> "models.QuerySet[HelpfulVote, Any]":
        """Rows of article, its title, the hour (in UTC) of the first casting, answer and votes."""
        votes = self.annotate(hour=TruncHour("created_at", tzinfo=UTC))
        groups = votes.values_list("article", "article__title", "hour", "helpful")
        return groups.annotate(votes=Count("pk")).order_by("-hour", "article", "helpful")


class VoteDayQuerySet(models.QuerySet["VoteDay"]):
    """The daily figures, which charts and the usual rate are made from."""

    def move(self, article_id: int, day: date, *, yes: int, no: int) -> None:
        """Add to the counts of a day, which may be less than nothing. Call it with the tally locked."""
        rows = self.filter(article=article_id, day=day)
        if not rows.update(yes=F("yes") + yes, no=F("no") + no):
            self.create(article_id=article_id, day=day, yes=yes, no=no)

    def votes_between(self, article_id: int, since: date, until: date) -> int:
        """Return the number of counted votes on ``since`` ≤ day < ``until``."""
        days = self.filter(article=article_id, day__gte=since, day__lt=until)
        return int(days.aggregate(votes=Sum(F("yes") + F("no"), default=0))["votes"])

    def by_public_article(self, since: date) -> "models.QuerySet[VoteDay, Any]":
        """Rows of article, title, Yes and No of the days from ``since`` on, of what the public may see."""
        days = self.filter(public("article__"), day__gte=since).values_list("article", "article__title")
        return days.annotate(total_yes=Sum("yes"), total_no=Sum("no")).order_by()

    def by_day(self, since: date) -> "models.QuerySet[VoteDay, Any]":
        """Rows of day, Yes and No of the whole site, from ``since`` on."""
        days = self.filter(day__gte=since).values_list("day")
        return days.annotate(total_yes=Sum("yes"), total_no=Sum("no")).order_by("day")


class VoteRateQuerySet(models.QuerySet["VoteRate"]):
    """How much of its hour a network has spent."""

    def spend(self, network: bytes, hour: datetime, *, limit: int) -> bool:
        """Take one of the network's ``limit`` places of the hour; return whether one was left."""
        free = self.filter(network=network, bucket=hour, count__lt=limit)
        if free.update(count=F("count") + 1):
            return True
        self.bulk_create([self.model(network=network, bucket=hour)], ignore_conflicts=True)
        return bool(free.update(count=F("count") + 1))

    def give_back(self, network: bytes, hour: datetime) -> None:
        """Return one place of the hour to the network."""
        self.filter(network=network, bucket=hour, count__gt=0).update(count=F("count") - 1)
