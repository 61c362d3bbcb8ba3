"""What the page of an article tells machines."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from articles.atom import absolute
from articles.entries import Entry
from articles.excerpts import excerpt, plain_text
from articles.metadata.page import ArticleTimes, PageMetadata
from articles.metadata.terms import (
    Node,
    areas,
    authors,
    breadcrumbs,
    identity,
    item_list,
    known,
    publisher,
    topic_terms,
    website,
)
from articles.models import Article, Topic

DESCRIPTION = 200  # characters


def article_metadata(article: Article, entries: Sequence[Entry], topics: Sequence[Topic]) -> PageMetadata:
    """Return what the page of a public article with these items and topics tells: one text in all frames."""
    with translation.override(settings.LANGUAGE_CODE):
        nodes = _nodes(article, entries, topics)
    return PageMetadata(
        title=article.title,
        description=description_of(article, entries),
        nodes=nodes,
        language=article.language,
        times=times_of(article, entries),
        section=article.series.name if article.series else "",
        topics=[topic.name for topic in topics],
    )


def _nodes(article: Article, entries: Sequence[Entry], topics: Sequence[Topic]) -> list[Node]:
    nodes = [_article(article, entries, topics)]
    if article.series:
        series = (article.series.name, article.series.get_absolute_url())
        nodes.append(breadcrumbs(series, (article.title, article.get_absolute_url())))
    return nodes


def description_of(article: Article, entries: Sequence[Entry] = ()) -> str:
    """Return the standfirst, else the first words of the text."""
    text = article.standfirst or plain_text(article.introduction or article.body)
    return excerpt(text or ", ".join(entry.title for entry in entries) or article.title, DESCRIPTION)


def times_of(article: Article, entries: Sequence[Entry]) -> ArticleTimes:
    """Return when the article appeared, and when it or one of the items last changed."""
    published = article.published_at or article.created_at
    changed = [article.modified_at, *(entry.item.modified_at for entry in entries)]
    return ArticleTimes(timezone.localtime(published), timezone.localtime(max(published, *changed)))


def reference(article: Article) -> Node:
    """An article as others name it."""
    known_as = {"@type": "Article", "@id": identity(article.get_absolute_url, "article")}
    return known_as | {"headline": article.title, "url": absolute(article.get_absolute_url())}


def _article(article: Article, entries: Sequence[Entry], topics: Sequence[Topic]) -> Node:
    times = times_of(article, entries)
    items = item_list((entry.title, entry.item.get_absolute_url()) for entry in entries)
    places = areas(place for entry in entries for place in entry.places)
    return reference(article) | known(
        mainEntityOfPage=absolute(article.get_absolute_url()),
        description=description_of(article, entries),
        inLanguage=article.language,
        author=authors(article),
        publisher=publisher(),
        datePublished=_iso(times.published),
        dateModified=_iso(times.modified),
        isAccessibleForFree=True,
        isPartOf=_series(article) or website(),
        isBasedOn=article.source_url,
        correction=_correction(article),
        about=[*places, *topic_terms(topics)],
        keywords=[topic.name for topic in topics],
        mainEntity=items if entries else None,
    )


def _series(article: Article) -> Node | None:
    if article.series is None:
        return None
    address = absolute(article.series.get_absolute_url())
    return {"@type": "CreativeWorkSeries", "name": article.series.name, "url": address}


def _correction(article: Article) -> Node | None:
    if article.corrected_at is None:
        return None
    day = _iso(timezone.localtime(article.corrected_at))
    return {"@type": "CorrectionComment"} | known(text=article.correction_note, datePublished=day)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
