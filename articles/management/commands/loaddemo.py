"""``manage.py loaddemo``: the demo's articles, groups and accounts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.demo.accounts import make_accounts, make_groups
from articles.demo.loading import load_content
from articles.demo.places import MissingRegionsError


class Command(BaseCommand):
    """Loads the demo; what is there already is left alone, so it may be run again."""

    help = "Load the demo: articles, the groups Editors and Writers, and with DEMO=1 two accounts."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all of it or nothing, and say what was made."""
        try:
            with transaction.atomic():
                loaded = load_content()
                make_groups()
                accounts = make_accounts()
        except MissingRegionsError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Demo articles: {loaded.articles} loaded, {loaded.kept} kept. Items loaded: {loaded.items}."
        )
        for account in accounts:
            if account.remark:
                self.stdout.write(f"Account {account.name} ({account.group}): {account.remark}.")
        if not accounts:
            self.stdout.write("No accounts made: DEMO is off.")
