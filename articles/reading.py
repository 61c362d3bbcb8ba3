"""The page of an article: what it shows to readers, and before them to those who preview it."""

from typing import Any

from articles.digest import entries_of
from articles.discover import discover_more
from articles.models import Article, PolicyItem


def page_of(article: Article) -> dict[str, Any]:
    """Return the context of ``articles/article.html``.

    The article's own items count as public, so that a draft's timelines are those that readers will see.
    """
    items = list(PolicyItem.objects.of(article))
    return {
        "article": article,
        "topics": list(article.tags.all()),
        "notices": list(article.notices.all()),
        "entries": entries_of(items, article=article),
        "cards": discover_more(article),
    }
