"""``manage.py maintain``: everything periodic, once. The worker calls it by itself; else cron may."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from policytracker.maintenance import maintain


class Command(BaseCommand):
    """Prints one line of what was done; ends with status 1 where a job failed."""

    help = "Publish what is due, forget what must be forgotten, rebuild lists. Safe to run at any time."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Run all jobs."""
        report = maintain()
        line = f"maintain: {report}"
        if report.failed:
            raise CommandError(line)
        self.stdout.write(line)
