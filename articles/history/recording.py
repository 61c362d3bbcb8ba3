"""Keeps what a save at the desk made of an article."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.models import Article


def record(articles: Iterable[Article], *, by: AbstractBaseUser | AnonymousUser, comment: str) -> None:
    """Keep the articles as they are now, and put pages out of date that show them as they were.

    Call it after every save at the desk, in its transaction and with the articles' rows locked.
    """
    Article.objects.filter(pk__in=[article.pk for article in articles]).mark_saved(by)
