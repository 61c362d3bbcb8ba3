"""Compare every tally and every daily count with the votes themselves."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.voting.audit import differences


class Command(BaseCommand):
    """Print what differs and exit 1; with ``--fix`` put it right."""

    help = "Compares every tally and daily count with its votes; exits 1 when one differs."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take ``--fix``."""
        parser.add_argument(
            "--fix", action="store_true", help="put the votes' number in place of what differs"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each difference; raise a CommandError when any is left."""
        found = 0
        for difference in differences(fix=options["fix"]):
            found += 1
            self.stdout.write(str(difference))
        if found and not options["fix"]:
            raise CommandError(f"{found} figures differ from their votes; --fix corrects them.")
        self.stdout.write(
            f"{found} figures corrected." if found else "Every figure is what its votes add up to."
        )
