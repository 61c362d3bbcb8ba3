"""Everything periodic: each job is idempotent, and one that fails keeps none of the others from running."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module

from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.discover.rebuild import rebuild_all
from articles.models import PreviewLink
from articles.publishing import publish_due
from articles.voting.expiry import expire
from policytracker.health import MAINTENANCE
from policytracker.models import Heartbeat

logger = logging.getLogger(__name__)

RELATED = "related"
KEEP_LOGINS = timedelta(days=30)  # with the addresses that they came from
KEEP_TASKS = timedelta(days=14)
KEEP_LINKS = timedelta(days=30)  # to previews, after they have ended


@dataclass
class Report:
    """What a run did, in words, and the names of the jobs that failed."""

    done: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        failures = [f"failed: {', '.join(self.failed)}"] if self.failed else []
        return "; ".join(self.done + failures) or "nothing to do"


def maintain() -> Report:
    """Run all jobs; the heartbeat tells ``/readyz`` of a run without a failure."""
    report = Report()
    for job in JOBS:
        try:
            done = job()
        except Exception:
            logger.exception("Maintenance: %s failed", job.__name__)
            report.failed.append(job.__name__)
        else:
            report.done += [done] if done else []
    if not report.failed:
        Heartbeat.beat(MAINTENANCE)
    return report


def publish_scheduled() -> str:
    """Publish the articles whose time has come."""
    return _count(publish_due(), "published {} scheduled article{}")


def forget_voters() -> str:
    """Destroy the keys and networks of votes that are older than a day."""
    forgotten = expire()
    return _count(forgotten.networks, "forgot the network of {} vote{}")


def rebuild_related() -> str:
    """Rebuild the lists of "Discover more" once a night, with the first run of the day."""
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if not Heartbeat.is_overdue(RELATED, now - midnight):
        return ""
    changed = rebuild_all()
    Heartbeat.beat(RELATED)
    return _count(changed, "rebuilt {} list{} of related articles")


def forget_logins() -> str:
    """Delete sessions that have ended, and the addresses of past log-ins."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    old = timezone.now() - KEEP_LOGINS
    forgotten = [log.objects.filter(attempt_time__lt=old).delete()[0] for log in (AccessAttempt, AccessLog)]
    return _count(sum(forgotten), "forgot {} log-in{}")


def prune_tasks() -> str:
    """Delete the results of background tasks that ended long ago."""
    ended = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEEP_TASKS)
    return _count(ended.delete()[0], "deleted {} task result{}")


def forget_links() -> str:
    """Delete links to previews that ended long ago."""
    ended = PreviewLink.objects.ended_before(timezone.now() - KEEP_LINKS)
    return _count(ended.delete()[0], "deleted {} link{} to previews")


JOBS: list[Callable[[], str]] = [
    publish_scheduled,
    forget_voters,
    rebuild_related,
    forget_logins,
    prune_tasks,
    forget_links,
]


def _count(count: int, words: str) -> str:
    return words.format(count, "" if count == 1 else "s") if count else ""
