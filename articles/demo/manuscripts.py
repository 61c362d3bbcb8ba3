"""Reads the demo's content from its TOML files. Knows no database."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
IMPORT_PREFIX = "demo/"

# Said at the end of every article whose facts are made up.
INVENTED = {
    "en": "Demonstration content. The places and many of the authorities are real; the decisions, dates, "
    "figures, quotations and sources in this article are invented.",
    "zh-Hans": "演示内容。地名和部分机构真实存在；文中的决定、日期、数字、引语和来源均为虚构。",
}

_AROUND_BLOCKS = re.compile(r"\s*(</?(?:p|ul|ol|li|blockquote|h2|h3|table|thead|tbody|tr|th|td)>)\s*")


@dataclass(frozen=True)
class Relation:
    """How an item bears on another: a kind of the vocabulary, and the other item's key."""

    kind: str
    to: str


@dataclass(frozen=True)
class Notice:
    """A line at the end of an article."""

    kind: str
    text: str


@dataclass(frozen=True)
class Pick:
    """A post picked for "Discover more": an article here by its slug, or an external address."""

    article: str = ""
    url: str = ""
    title: str = ""
    excerpt: str = ""


@dataclass(frozen=True)
class Item:
    """A policy item. ``regions`` are ISO codes or paths, ``facts`` the columns of PolicyItem that it fills.

    ``key`` is unique in the whole demo: the article's file name, "#", and the item's own key.
    """

    key: str
    regions: list[str]
    facts: dict[str, Any]
    tags: list[str]
    continues: str
    relations: list[Relation]


@dataclass(frozen=True)
class Manuscript:
    """An article. ``columns`` are those of Article that it fills; ``helpful`` is (yes, total) or None."""

    key: str
    status: str
    published_at: datetime | None
    series: str
    tags: list[str]
    columns: dict[str, Any]
    notices: list[Notice] = field(default_factory=list)
    picks: list[Pick] = field(default_factory=list)
    helpful: tuple[int, int] | None = None
    items: list[Item] = field(default_factory=list)


def read_all(folder: Path = FOLDER / "content") -> list[Manuscript]:
    """Return the articles in the order of their file names, which begin with a date: the earliest first."""
    return [_manuscript(path.stem, _parse(path)) for path in sorted(folder.glob("*.toml"))]


def read_catalogue(path: Path = FOLDER / "catalogue.toml") -> dict[str, dict[str, str]]:
    """Return the descriptions of the ``series`` and of the ``topics``, each by name."""
    tables = _parse(path)
    return {kind: {row["name"]: row["description"] for row in tables[kind]} for kind in ("series", "topics")}


def html(text: str) -> str:
    """Return the HTML of a file without its line breaks, which are there for the file's readers alone."""
    return _AROUND_BLOCKS.sub(r"\1", " ".join(text.split()))


def _parse(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _manuscript(stem: str, table: dict[str, Any]) -> Manuscript:
    helpful = table.pop("helpful", None)
    notices = [Notice(**row) for row in table.pop("notices", [])]
    language = table.setdefault("language", "en")
    if table.pop("invented", False):
        notices.append(Notice("disclaimer", INVENTED[language]))
    table["byline"] = "; ".join(table.pop("byline", []))
    return Manuscript(
        key=stem,
        status=table.pop("status", "published"),
        published_at=table.pop("published_at", None),
        series=table.pop("series", ""),
        tags=table.pop("tags"),
        notices=notices,
        picks=[Pick(**row) for row in table.pop("related", [])],
        helpful=(helpful["yes"], helpful["total"]) if helpful else None,
        items=[_item(stem, row) for row in table.pop("items", [])],
        columns=_with_html(table, "introduction", "body", "conclusion"),
    )


def _item(stem: str, table: dict[str, Any]) -> Item:
    return Item(
        key=_item_key(stem, f"#{table.pop('key')}"),
        regions=table.pop("regions"),
        tags=table.pop("tags", []),
        continues=_item_key(stem, table.pop("continues", "")),
        relations=[Relation(row["kind"], _item_key(stem, row["to"])) for row in table.pop("relations", [])],
        facts=_with_html(table, "body"),
    )


def _item_key(stem: str, reference: str) -> str:
    """Return the full key of an item; a reference inside the same file begins with "#"."""
    return f"{stem}{reference}" if reference.startswith("#") else reference


def _with_html(table: dict[str, Any], *names: str) -> dict[str, Any]:
    return table | {name: html(table[name]) for name in names if name in table}
