"""The way of an article to its readers: which steps are open, to whom, and what each demands."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article

CHANGE, PUBLISH = "articles.change_article", "articles.publish_article"

# What writers may do by themselves; from approval on, an article is in the hands of those who publish.
WRITERS_STATUSES = (ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW)
_BEFORE_PUBLICATION = (
    *WRITERS_STATUSES,
    ArticleStatus.APPROVED,
    ArticleStatus.SCHEDULED,
    ArticleStatus.PUBLISHED,
)
# A public address never dies: what was public can be withdrawn and brought back, not made a draft again.
_AFTER_PUBLICATION = (ArticleStatus.PUBLISHED, ArticleStatus.ARCHIVED)


def may_publish(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether the user may approve, schedule, publish and archive articles."""
    return user.has_perm(PUBLISH)  # type: ignore[union-attr]  # every user model here has permissions


def may_change(user: AbstractBaseUser | AnonymousUser, article: Article) -> bool:
    """Whether the user may change articles, and the workflow leaves this one to them."""
    allowed: bool = user.has_perm(CHANGE)  # type: ignore[union-attr]
    return allowed and (article.status in WRITERS_STATUSES or may_publish(user))


def was_public(article: Article) -> bool:
    """Whether readers may know the article's address."""
    return article.status == ArticleStatus.ARCHIVED or article.is_public


def may_be_deleted(article: Article) -> bool:
    """Whether the article may vanish: only if readers never saw it, since a public address never dies."""
    return not was_public(article)


def open_statuses(article: Article, *, publisher: bool) -> list[ArticleStatus]:
    """Return the statuses that the article may have next, its present one included."""
    steps: tuple[ArticleStatus, ...] = () if was_public(article) else WRITERS_STATUSES
    if publisher:
        steps = _AFTER_PUBLICATION if was_public(article) else _BEFORE_PUBLICATION
    return [status for status in ArticleStatus if status in steps or status == article.status]


def settle(
    article: Article, status: str, published_at: datetime | None
) -> tuple[ArticleStatus, datetime | None]:
    """Return the status and the publication date that an editor's choice comes to.

    ``article`` is as it was before. Publishing without a date means now; a scheduled article whose time
    has come counts as published. Raises a ValidationError where the date doesn't fit the status.
    """
    chosen, now = ArticleStatus(status), timezone.now()
    if chosen == ArticleStatus.SCHEDULED and was_public(article):
        chosen = ArticleStatus.PUBLISHED
    if chosen == ArticleStatus.SCHEDULED:
        _demand_future(published_at, now)
    elif chosen == ArticleStatus.PUBLISHED:
        published_at = published_at or article.published_at or now
        _refuse_future(article, published_at, now)
    elif chosen == ArticleStatus.ARCHIVED:
        published_at = published_at or article.published_at
    return chosen, published_at


def _demand_future(published_at: datetime | None, now: datetime) -> None:
    if published_at is None:
        raise ValidationError({"published_at": "Say when the article is to appear."})
    if published_at <= now:
        raise ValidationError(
            {"published_at": "This time has passed. Choose a later one, or the status “published”."}
        )


def _refuse_future(article: Article, published_at: datetime, now: datetime) -> None:
    if published_at <= now:
        return
    if was_public(article):
        raise ValidationError({"published_at": "Readers know this article: its date can't be in the future."})
    raise ValidationError(
        {"published_at": "This time is still to come: choose “scheduled”, or leave it empty for now."}
    )
