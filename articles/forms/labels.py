"""What an article or an item is called where an editor picks one."""

from typing import Any

from django.utils.timezone import localdate

from articles.dates import spelled
from articles.models import Article, PolicyItem


def article_label(article: Article) -> str:
    """Return the title, with the day of publication or else the status."""
    if article.published_at is not None and article.is_public:
        return f"{article.title} ({spelled(localdate(article.published_at))})"
    return f"{article.title} ({article.get_status_display()})"


def item_label(item: PolicyItem) -> str:
    """Return the item's heading, region, date and article; fetch all of them along for a list."""
    region = item.region.name if item.region and item.region.name != item.title else ""
    day = spelled(item.announced_on, item.announced_precision) if item.announced_on else ""
    parts = (item.title, region, day, article_label(item.article))
    return " · ".join(part for part in parts if part)


def label_of(row: Any) -> str:
    """Return the label of any row that an editor may pick."""
    if isinstance(row, PolicyItem):
        return item_label(row)
    return article_label(row) if isinstance(row, Article) else str(row)
