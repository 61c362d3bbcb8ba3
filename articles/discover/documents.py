"""The public articles as bags of terms, with their topics and regions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps

from articles.discover.terms import bag_of
from articles.excerpts import plain_text
from articles.querysets.visibility import public

MOST = 3000  # documents compared with one another, the newest: bounds time and memory
CHUNK = 500


@dataclass
class Document:
    """What "Discover more" knows of an article. ``regions`` are paths, those around them included."""

    pk: int
    published_at: datetime
    head: Counter[str]
    text: Counter[str]
    topics: set[int] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)

    @property
    def marks(self) -> list[str]:
        """The topics and regions as terms."""
        return [*(f"topic {pk}" for pk in self.topics), *self.regions]


def public_documents() -> list[Document]:
    """Return the newest public articles, the latest first, in a fixed number of queries."""
    articles = apps.get_model("articles", "Article").objects.published().newest_first()
    columns = ("pk", "published_at", "title", "standfirst", "introduction", "body", "conclusion")
    rows = articles.values_list(*columns)[:MOST].iterator(CHUNK)
    documents = {pk: _document(pk, published_at, *texts) for pk, published_at, *texts in rows}
    for pk, heading, body in _rows("PolicyItem", "article", "heading", "body", of=documents):
        documents[pk].text.update(bag_of(f"{heading} {plain_text(body)}"))
    for pk, topic in _rows("ArticleTopic", "content_object", "tag", of=documents):
        documents[pk].topics.add(topic)
    for pk, topic in _rows("ItemTopic", "content_object__article", "tag", of=documents):
        documents[pk].topics.add(topic)
    for pk, path in _rows("ItemPlace", "item__article", "region__path", of=documents):
        documents[pk].regions.add(path)
    return list(documents.values())


def _document(pk: int, published_at: datetime, title: str, standfirst: str, *texts: str) -> Document:
    head = bag_of(f"{title}\n{standfirst}")
    return Document(pk, published_at, head, bag_of(" ".join(map(plain_text, texts))))


def _rows(model: str, article: str, *columns: str, of: dict[int, Document]) -> Iterable[Any]:
    """Yield the id of the article and the columns of each row of the model that belongs to a document."""
    oldest = min((document.published_at for document in of.values()), default=None)
    if oldest is None:
        return
    queryset = apps.get_model("articles", model).objects.filter(public(f"{article}__"))
    since = queryset.filter(**{f"{article}__published_at__gte": oldest})
    for row in since.values_list(article, *columns).iterator(CHUNK):
        if row[0] in of:
            yield row
