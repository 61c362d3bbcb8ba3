"""The tables of helpful votes. No row holds an IP address, a browser string or a reader's identity."""

from typing import Any

from django.db import models

from articles.choices import VoteReason, VoteState
from articles.models.article import Article
from articles.querysets.votes import (
    HelpfulVoteQuerySet,
    VoteDayQuerySet,
    VoteRateQuerySet,
    VoteTallyQuerySet,
)
from regions.fields import PlainTextField


class VoteTally(models.Model):
    """The counted votes of one article, apart from its own row, so that editors never wait for voters.

    The printed figure is always ``yes + base_yes`` out of ``yes + no + base_yes + base_no``. The first four
    columns are voting's own, moved only under the row's lock; the last two are an editor's.
    """

    BASELINE = ("base_yes", "base_no")

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="tally")
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
    held_yes = models.PositiveIntegerField(default=0)
    held_no = models.PositiveIntegerField(default=0)
    base_yes = models.PositiveIntegerField("helpful votes brought along", default=0)
    base_no = models.PositiveIntegerField("unhelpful votes brought along", default=0)

    objects = VoteTallyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "vote tallies"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(**{f"{column}__gte": 0}), name=f"vote_tally_{column}_not_negative"
            )
            for column in ("yes", "no", "held_yes", "held_no", "base_yes", "base_no")
        ]

    def __str__(self) -> str:
        return f"{self.helpful} out of {self.total}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the baseline alone, unless told otherwise: no form writes back counts that it read earlier."""
        if not kwargs.get("force_insert") and kwargs.get("update_fields") is None:
            VoteTally.objects.bulk_create([VoteTally(article_id=self.article_id)], ignore_conflicts=True)
            kwargs["update_fields"] = self.BASELINE
        super().save(*args, **kwargs)

    @property
    def helpful(self) -> int:
        """The public number of Yes."""
        return self.yes + self.base_yes

    @property
    def total(self) -> int:
        """The public number of votes."""
        return self.helpful + self.no + self.base_no


class HelpfulVote(models.Model):
    """One voter's Yes or No on one article. ``voter`` is HMAC(site key, article ‖ id), 16 bytes."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="votes", db_index=False)
    voter = models.BinaryField(max_length=16)
    helpful = models.BooleanField()
    reason = models.CharField(max_length=30, choices=VoteReason, blank=True)
    comment = PlainTextField(blank=True, max_length=2000)
    article_version = models.PositiveIntegerField(default=1)
    network = models.BinaryField(
        max_length=16, null=True, help_text="HMAC(day key, network), nulled within 48 hours."
    )
    state = models.CharField(max_length=10, choices=VoteState, default=VoteState.COUNTED)
    changes = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = HelpfulVoteQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["article", "created_at"], name="vote_by_time"),
            models.Index(
                fields=["-changed_at", "-id"], condition=~models.Q(comment=""), name="vote_comments_latest"
            ),
            models.Index(
                fields=["network", "article"],
                condition=models.Q(network__isnull=False),
                name="vote_by_network",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "voter"], name="vote_once_per_voter"),
            models.CheckConstraint(condition=models.Q(state__in=VoteState.values), name="vote_state_known"),
            models.CheckConstraint(
                condition=models.Q(reason__in=["", *VoteReason.values]), name="vote_reason_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{'Yes' if self.helpful else 'No'} on article {self.article_id}"


class VoteRate(models.Model):
    """How many votes a network cast in a time bucket (an hour); for limits alone."""

    network = models.BinaryField(max_length=16)
    bucket = models.DateTimeField(help_text="The beginning of the hour.")
    count = models.PositiveIntegerField(default=0)

    objects = VoteRateQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "bucket"], name="vote_rate_once")]
        indexes = [models.Index(fields=["bucket"], name="vote_rate_by_bucket")]

    def __str__(self) -> str:
        return f"{self.count} votes in the hour from {self.bucket}"


class VoteDay(models.Model):
    """The counted votes first cast on one day (in UTC), without any identity; kept for the charts."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="vote_days", db_index=False)
    day = models.DateField()
    yes = models.IntegerField(default=0)
    no = models.IntegerField(default=0)

    objects = VoteDayQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "day"], name="vote_day_once")]
        indexes = [models.Index(fields=["day"], name="vote_day_by_day")]

    def __str__(self) -> str:
        return f"article {self.article_id} on {self.day}: {self.yes} yes, {self.no} no"


class VoteKey(models.Model):
    """The random key of a day, which networks are hashed with; destroyed after 48 hours."""

    day = models.DateField(unique=True)
    key = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"key of {self.day}"
