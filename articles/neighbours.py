"""What comes before and after: the editions of a series, the items of a digest."""

from typing import Generic, NamedTuple, TypeVar

from articles.models import Article

Kind = TypeVar("Kind")


class Neighbours(NamedTuple, Generic[Kind]):
    """The one before and the one after, None where there is none."""

    previous: Kind | None = None
    next: Kind | None = None


def editions_around(article: Article) -> Neighbours[Article]:
    """Return the public editions before and after an article of a series, in two queries."""
    if article.series is None or article.published_at is None:
        return Neighbours()
    editions = Article.objects.published().in_series(article.series).only("title", "slug", "language")
    return Neighbours(editions.before(article).first(), editions.after(article).first())
