"""``manage.py loadregions``: loads or updates the gazetteer."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from regions.gazetteer.load import LoadResult, load_gazetteer
from regions.gazetteer.records import GazetteerFileError
from regions.models import Region, RegionName


class Command(BaseCommand):
    """Loads the regions that the product ships; keeps what editors changed, and what they removed away."""

    help = "Load or update the regions of the gazetteer. Idempotent; keeps editors' changes."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--force``."""
        parser.add_argument(
            "--force", action="store_true", help="compare every region, though this file is loaded already"
        )

    def handle(self, *args: Any, force: bool = False, **options: Any) -> None:
        """Load, and say in one line what came of it."""
        try:
            result = load_gazetteer(settings.REGIONS_TERRITORIES, force=force, progress=self._show)
        except GazetteerFileError as error:
            raise CommandError(str(error)) from error
        if not result.skipped:
            _gather_statistics()
            self.stdout.write(_summary(result))

    def _show(self, done: int, total: int) -> None:
        """Show how far it is, on a line of its own that is written over; nothing in logs and pipes."""
        if self.stderr.isatty():
            self.stderr.write(f"\rloading regions: {done:,} of {total:,}", ending="")
            if done == total:
                self.stderr.write("\r" + " " * 50 + "\r", ending="")
            self.stderr.flush()


def _gather_statistics() -> None:
    """Tell the planner of the new rows: until the database looks by itself, searches read all of them."""
    with connection.cursor() as cursor:
        for model in (Region, RegionName):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _summary(result: LoadResult) -> str:
    parts = [f"{result.created:,} new"]
    parts += [f"{result.changed:,} changed"] if result.changed else []
    parts += [f"{result.moved:,} of them moved"] if result.moved else []
    parts += [f"{result.left_out:,} left out as removed here"] if result.left_out else []
    return f"policytracker: regions loaded ({', '.join(parts)}, {result.names:,} names)"
