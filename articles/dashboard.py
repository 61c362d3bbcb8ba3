"""What an editor needs now: the first things seen at the desk, by a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone
from django.utils.formats import date_format

from articles import workflow
from articles.charts import BarChart, Column
from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, PolicyItem, VoteDay, VoteTally
from articles.voting.ledger import day_of
from articles.voting.worklist import Entry, failing
from articles.worklists import Worklist, worklists_for

User = AbstractBaseUser | AnonymousUser

_SHOWN = 5
_DAYS = 30
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Pile:
    """Articles of one status: the first of them, and how many there are."""

    title: str
    status: str
    articles: list[Article]
    waiting: int
    empty: str


@dataclass(slots=True)
class Dashboard:
    """What one user finds; what they may not see is empty."""

    may_write: bool = False
    sees_votes: bool = False
    piles: list[Pile] = field(default_factory=list)
    failing: list[Entry] = field(default_factory=list)
    held: list[VoteTally] = field(default_factory=list)
    comments: list[HelpfulVote] = field(default_factory=list)
    charts: list[BarChart] = field(default_factory=list)
    worklists: list[Worklist] = field(default_factory=list)

    @classmethod
    def of(cls, user: User) -> "Dashboard":
        """Return the dashboard of a user."""
        desk = cls(may_write=_may(user, "add_article"), worklists=worklists_for(user))
        if _may(user, "view_article"):
            desk.piles = _piles(user)
        if _may(user, "view_helpfulvote"):
            desk.sees_votes = True
            desk.failing = failing(_SHOWN)
            desk.held = list(VoteTally.objects.with_held_votes().select_related("article")[:_SHOWN])
            desk.comments = list(HelpfulVote.objects.commented().select_related("article")[:_SHOWN])
            desk.charts.append(_votes_per_day())
        if _may(user, "view_policyitem"):
            desk.charts.append(_items_per_month())
        return desk


def _may(user: User, right: str) -> bool:
    return bool(user.has_perm(f"articles.{right}"))  # type: ignore[union-attr]  # users have permissions


def _piles(user: User) -> list[Pile]:
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for article in Article.objects.on_the_desk(user, _SHOWN).select_related("saved_by").for_lists():
        found[article.status].append(article)
    return [
        Pile(
            title,
            status,
            found[status],
            getattr(found[status][0], "waiting", 0) if found[status] else 0,
            empty,
        )
        for title, status, empty, for_publishers in _PILES
        if workflow.may_publish(user) or not for_publishers
    ]


_PILES = (
    ("Drafts", ArticleStatus.DRAFT, "Nothing is being written.", False),
    ("In review", ArticleStatus.IN_REVIEW, "Nothing waits for your review.", True),
    ("Approved", ArticleStatus.APPROVED, "Nothing waits for its date.", True),
    ("Scheduled next", ArticleStatus.SCHEDULED, "Nothing is scheduled.", False),
)


def _votes_per_day() -> BarChart:
    today = day_of(timezone.now())
    days = [today - timedelta(days=ago) for ago in reversed(range(_DAYS))]
    counts = {day: (yes, no) for day, yes, no in VoteDay.objects.by_day(days[0])}
    columns = [Column(date_format(day, "j M"), counts.get(day, (0, 0))) for day in days]
    yes, no = (sum(column.values[answer] for column in columns) for answer in (0, 1))
    about = f"{yes + no:,} votes in the last {_DAYS} days: {yes:,} Yes and {no:,} No."
    return BarChart("votes", "Votes per day", about, ("Yes", "No"), columns)


def _items_per_month() -> BarChart:
    this_month = timezone.localdate().replace(day=1)
    months = [this_month]
    while len(months) < _MONTHS:
        months.insert(0, (months[0] - timedelta(days=1)).replace(day=1))
    since = timezone.make_aware(datetime.combine(months[0], time.min))
    counts: dict[date, int] = dict(PolicyItem.objects.published_by_month(since))
    columns = [Column(date_format(month, "M Y"), (counts.get(month, 0),)) for month in months]
    total = sum(counts.values())
    about = f"{total:,} items published in the last {_MONTHS} months."
    return BarChart("items", "Items per month", about, ("Items",), columns)
