"""A version of an article as a text to be read and compared, section by section."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from django.db import models

from articles.differences import Difference, side_by_side
from articles.history.rows import Fields, Rows
from articles.models import (
    Article,
    ArticleTopic,
    ItemRegion,
    ItemRelation,
    ItemTopic,
    Notice,
    PolicyItem,
    RelatedBlock,
    RelatedPost,
)
from articles.wording import worded

_ARTICLE_FIELDS = (
    *("title", "standfirst", "introduction", "body", "conclusion", "byline", "series", "edition_date"),
    *("language", "slug", "source_url", "status", "published_at", "corrected_at", "correction_note"),
)
_NAMELESS = ("id", "article", "position", "first_step", "modified_at", "import_key")

Names = Mapping[type[models.Model], Mapping[str, str]]


class Section(NamedTuple):
    """A field of the article, an item, or the rows of one kind."""

    key: str
    label: str
    lines: list[str]


def compared(left: Rows, right: Rows) -> list[Difference]:
    """Return the sections in which two versions differ, in the order of the article."""
    before, after = list(_sections(left)), list(_sections(right))
    if not _moved(left, right):
        before, after = ([part for part in side if part.key != "order"] for side in (before, after))
    old, new = ({section.key: section for section in sections} for sections in (before, after))
    found = []
    for key in dict.fromkeys(section.key for section in chain(after, before)):
        lines = [side[key].lines if key in side else [] for side in (old, new)]
        if lines[0] != lines[1]:
            found.append(Difference((new.get(key) or old[key]).label, side_by_side(*lines)))
    return found


def _moved(left: Rows, right: Rows) -> bool:
    """Whether the items that both versions have stand in another order."""
    orders = [[item["id"] for item in _in_order(rows[PolicyItem])] for rows in (left, right)]
    both = set(orders[0]) & set(orders[1])
    old, new = ([key for key in order if key in both] for order in orders)
    return old != new


def _in_order(rows: Iterable[Fields]) -> list[Fields]:
    return sorted(rows, key=lambda row: (row.get("position", 0), row["id"]))


def _sections(rows: Rows) -> Iterator[Section]:
    names = _names(rows)
    for article in rows[Article]:
        yield from _article(article, names)
    yield Section("topics", "Topics", _chosen(rows[ArticleTopic], ArticleTopic, "tag", names, ordered=False))
    yield from _items(rows, names)
    for model, label in (
        (Notice, "Notices"),
        (RelatedPost, "Discover more: picks"),
        (RelatedBlock, "Discover more: never propose"),
    ):
        lines = [" · ".join(_values(model, row, names)) for row in _in_order(rows[model])]
        yield Section(label, label, lines)


def _article(article: Fields, names: Names) -> Iterator[Section]:
    for name in _ARTICLE_FIELDS:
        field: Any = Article._meta.get_field(name)
        yield Section(name, str(field.verbose_name).capitalize(), _lines(field, article, names))


def _items(rows: Rows, names: Names) -> Iterator[Section]:
    parts = {
        model: _by(rows[model], column)
        for model, column in (
            (ItemRegion, "item_id"),
            (ItemTopic, "content_object_id"),
            (ItemRelation, "from_item_id"),
        )
    }
    titles: list[str] = []
    for item in _in_order(rows[PolicyItem]):
        own = {model: grouped[item["id"]] for model, grouped in parts.items()}
        regions = _chosen(own[ItemRegion], ItemRegion, "region", names, ordered=True)
        titles.append(item["heading"] or next(iter(regions), f"item {item['id']}"))
        yield Section(
            f"item {item['id']}", f"Item “{titles[-1]}”", list(_item_lines(item, own, regions, names))
        )
    yield Section("order", "Order of items", titles)


def _item_lines(
    item: Fields, own: Mapping[Any, list[Fields]], regions: list[str], names: Names
) -> Iterator[str]:
    if regions:
        yield f"Regions: {', '.join(regions)}"
    for field in PolicyItem._meta.concrete_fields:
        if field.name == "body":
            yield from _lines(field, item, names)
        elif field.name not in _NAMELESS:
            label = str(field.verbose_name).capitalize()
            yield from (f"{label}: {line}" for line in _lines(field, item, names))
    if topics := _chosen(own[ItemTopic], ItemTopic, "tag", names, ordered=False):
        yield f"Topics: {', '.join(topics)}"
    for relation in own[ItemRelation]:
        yield " ".join(_values(ItemRelation, relation, names, without="from_item"))


def _values(model: type[models.Model], row: Fields, names: Names, without: str = "article") -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if field.name not in (*_NAMELESS, without):
            yield from _lines(field, row, names)


def _lines(field: Any, row: Fields, names: Names) -> list[str]:
    return worded(field, row.get(field.attname), names.get(field.related_model, {}))


def _chosen(rows: list[Fields], model: Any, name: str, names: Names, *, ordered: bool) -> list[str]:
    """Return the names of what the rows lead to, in the order of their positions or of the alphabet."""
    field = model._meta.get_field(name)
    in_order = sorted(rows, key=lambda row: row["position"]) if ordered else rows
    found = [line for row in in_order for line in _lines(field, row, names)]
    return found if ordered else sorted(found)


def _by(rows: Iterable[Fields], column: str) -> Mapping[Any, list[Fields]]:
    grouped: dict[Any, list[Fields]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def _names(rows: Rows) -> Names:
    """Return the names of all rows that foreign keys lead to, one query for each kind of row."""
    keys: dict[Any, set[Any]] = defaultdict(set)
    for model, found in rows.items():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.name not in _NAMELESS:
                keys[field.related_model] |= {row.get(field.attname) for row in found} - {None}
    return {model: {str(row.pk): str(row) for row in _named(model, wanted)} for model, wanted in keys.items()}


def _named(model: Any, keys: set[Any]) -> Any:
    rows = model._default_manager.filter(pk__in=keys)
    return rows.prefetch_related("item_regions__region") if model is PolicyItem else rows
