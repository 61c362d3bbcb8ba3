"""Configuration of the articles app."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Digests and plain posts, and what readers do with them."""

    name = "articles"
    verbose_name = "Editor’s desk"
