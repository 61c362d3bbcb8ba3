"""The background worker: runs the tasks that wait, and maintains the site in between, in one process."""

import logging
from time import monotonic, sleep

from django.conf import settings
from django.db import Error
from django.utils.crypto import get_random_string
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from policytracker.maintenance import maintain

logger = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks for tasks


class SiteWorker(Worker):
    """django-tasks-db's worker, which stops at a signal after the task at hand."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            worker_id=get_random_string(32),
            batch=True,
            interval=PAUSE,
            startup_delay=False,
            max_tasks=None,
        )
        self._maintenance_due = monotonic()

    def serve(self) -> None:
        """Work until a signal says stop. A database that is away for a while is waited for."""
        while self.running:
            try:
                self.run()
                self._maintain_if_due()
            except Error:
                logger.exception("The database does not answer; trying again")
            if self.running:
                sleep(PAUSE)

    def _maintain_if_due(self) -> None:
        if self.running and monotonic() >= self._maintenance_due:
            self._maintenance_due = monotonic() + settings.MAINTENANCE_INTERVAL
            logger.info("Maintenance: %s", maintain())
