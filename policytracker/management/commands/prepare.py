"""``manage.py prepare``: whatever a new or updated copy of the site needs before it can serve."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor

from articles.demo.accounts import make_groups
from policytracker.checks import check_sqlite_version
from regions.models import Region


class Command(BaseCommand):
    """Migrates, loads the gazetteer, makes the editors' groups and, in a demo, its content."""

    help = (
        "Bring the database up to date: migrations, regions, groups and, with DEMO=1, the demo. Idempotent."
    )
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the steps in order; each says what it does, and nothing when there is nothing to do."""
        self._migrate()
        self._check_database()
        if not Region.objects.exists():
            self._say("loading the regions of the world")
        call_command("loadregions", stdout=self.stdout)
        make_groups()
        if settings.DEMO:
            call_command("loaddemo", stdout=self.stdout)

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            self._say(f"bringing the database up to date ({len(plan)} migrations)")
            call_command("migrate", verbosity=0, interactive=False)

    def _say(self, text: str) -> None:
        self.stdout.write(f"policytracker: {text}")
        self.stdout.flush()

    def _check_database(self) -> None:
        problems = checks.run_checks(tags=[checks.Tags.database], databases=[DEFAULT_DB_ALIAS])
        for problem in problems:
            if problem.is_serious():
                raise CommandError(str(problem))
        for warning in () if settings.DEMO else check_sqlite_version(None):
            self._say(f"{warning.msg} {warning.hint}")
