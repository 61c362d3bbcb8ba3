"""Configuration of the site itself and of its admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.core.checks import Tags, register

from policytracker.checks import check_sqlite_pragmas, check_sqlite_version


class PolicytrackerConfig(AppConfig):
    """What concerns the whole site."""

    name = "policytracker"

    def ready(self) -> None:
        """Register the site's own system checks."""
        register(check_sqlite_version)
        register(check_sqlite_pragmas, Tags.database)


class PolicytrackerAdminConfig(AdminConfig):
    """The admin under the site's own AdminSite."""

    default_site = "policytracker.admin.PolicytrackerAdminSite"
