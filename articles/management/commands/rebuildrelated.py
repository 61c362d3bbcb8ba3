"""``manage.py rebuildrelated``: rebuild the stored lists of "Discover more"."""

from typing import Any

from django.core.management.base import BaseCommand

from articles.discover.rebuild import rebuild_all


class Command(BaseCommand):
    """Rebuild all lists now, with progress; the worker does the same after each publication and nightly."""

    help = 'Rebuild the stored lists of "Discover more".'
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild the lists and say how many changed."""
        changed = rebuild_all(progress=self._tell)
        self.stdout.write(f"{changed} lists changed.")

    def _tell(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total} articles")
