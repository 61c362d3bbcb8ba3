"""Forgetting networks: the key that hashed them is destroyed when its day is over, and the hashes with it.

A day's key is made at 00:00 UTC at the earliest and is of use on that day alone, so with maintenance run at
least once a day no hash of a network and no key outlives 48 hours.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.utils import timezone

from articles.models import HelpfulVote, VoteKey, VoteRate
from articles.voting.ledger import day_of
from articles.voting.limits import hour_of


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows lost what they knew of a network."""

    networks: int
    rates: int
    keys: int


def expire(now: datetime | None = None) -> Forgotten:
    """Destroy past days' keys, null past days' networks, and delete the rates of past hours. Idempotent."""
    now = now or timezone.now()
    midnight = datetime.combine(day_of(now), time(), UTC)
    keys, _ = VoteKey.objects.filter(day__lt=midnight.date()).delete()
    networks = HelpfulVote.objects.filter(network__isnull=False, created_at__lt=midnight).update(network=None)
    rates, _ = VoteRate.objects.filter(bucket__lt=hour_of(now)).delete()
    return Forgotten(networks=networks, rates=rates, keys=keys)
