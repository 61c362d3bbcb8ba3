"""Slugs of articles, and the redirects that keep old ones alive: never a chain, never a loop."""

from typing import TYPE_CHECKING

from django.apps import apps

from articles.choices import ArticleStatus
from articles.querysets.visibility import PUBLIC_STATUSES
from regions.text import slug_for

if TYPE_CHECKING:
    from articles.models import Article

SLUG_LENGTH = 200
_HAD_ADDRESS = (*PUBLIC_STATUSES, ArticleStatus.ARCHIVED)


def free_slug(article: "Article") -> str:
    """Return the article's slug, or one made from its title that no other article has or had."""
    if article.slug:
        return article.slug
    base = slug_for(article.title, max_length=SLUG_LENGTH - 6, fallback="article")
    redirects = apps.get_model("articles", "ArticleRedirect")
    others = type(article).objects.exclude(pk=article.pk).filter(slug__startswith=base)
    taken = set(others.values_list("slug", flat=True))
    taken |= set(redirects.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidate, count = base, 1
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    return candidate


def keep_redirect(article: "Article", *, old_slug: str, old_status: str) -> None:
    """Leave a redirect from ``old_slug`` if readers may have known it.

    A redirect names the article, not an address, so however often a slug changes there is one hop; and
    an article never keeps a redirect from the slug that it has now.
    """
    if old_slug == article.slug:
        return
    redirects = apps.get_model("articles", "ArticleRedirect")
    if old_status in _HAD_ADDRESS:
        redirects.objects.update_or_create(slug=old_slug, defaults={"article": article})
    redirects.objects.filter(slug=article.slug, article=article).delete()
