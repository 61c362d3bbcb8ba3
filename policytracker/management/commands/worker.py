"""``manage.py worker``: the background worker, until Ctrl-C or SIGTERM."""

import logging
from typing import Any

from django.core.management.base import BaseCommand

from policytracker.worker import SiteWorker


class Command(BaseCommand):
    """Runs background tasks, and ``maintain`` every MAINTENANCE_INTERVAL seconds."""

    help = "Run background tasks and the periodic maintenance until Ctrl-C or SIGTERM."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until told to stop."""
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)  # it tells each look for tasks
        worker = SiteWorker()
        worker.configure_signals()
        worker.serve()
