"""Configuration of the site itself and of its admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PolicytrackerConfig(AppConfig):
    """What concerns the whole site."""

    name = "policytracker"


class PolicytrackerAdminConfig(AdminConfig):
    """The admin under the site's own AdminSite."""

    default_site = "policytracker.admin.PolicytrackerAdminSite"
