"""Configuration of the regions app."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """The tree of regions and their names; knows nothing of articles."""

    name = "regions"
    verbose_name = "Gazetteer"
