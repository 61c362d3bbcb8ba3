"""Keeps what a save at the desk made of an article."""

from collections.abc import Iterable

import reversion
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from reversion.models import Version

from articles.history.registration import whole
from articles.models import Article

FIRST_COMMENT = "As it was before its first change at this desk."


@transaction.atomic
def record(articles: Iterable[Article], *, by: AbstractBaseUser | AnonymousUser, comment: str) -> None:
    """Keep the articles as they are now, and put pages out of date that show them as they were.

    Call it after every save at the desk, in its transaction and with the articles' rows locked.
    """
    keys = [article.pk for article in articles]
    _keep(keys, by, comment)
    Article.objects.filter(pk__in=keys).mark_saved(by)


def record_first(articles: Iterable[Article]) -> None:
    """Keep articles that have no history yet as they are in the database, before they are changed."""
    keys = {str(article.pk): article.pk for article in articles}
    known = Version.objects.get_for_model(Article).filter(object_id__in=keys)
    new = keys.keys() - set(known.values_list("object_id", flat=True))
    _keep([keys[key] for key in new], None, FIRST_COMMENT)


def _keep(keys: list[int], by: AbstractBaseUser | AnonymousUser | None, comment: str) -> None:
    for article in whole(Article.objects.filter(pk__in=keys)):
        with reversion.create_revision(manage_manually=True):
            reversion.add_to_revision(article)
            reversion.set_comment(comment)
            if by is not None and by.is_authenticated:
                reversion.set_user(by)
