"""Three-way merge of a region: what the gazetteer said before, what it says now, what editors made of it."""

from collections.abc import Iterable
from typing import Any, TypeVar

from regions.gazetteer.records import Name, Record

FIELDS = ("name", "kind", "code", "slug", "population")
_Value = TypeVar("_Value")


def source_values(record: Record, parent: str | None) -> dict[str, Any]:
    """Return what is kept of a record to compare the next load with; ``parent`` is where it hangs."""
    values: dict[str, Any] = {field: getattr(record, field) for field in FIELDS}
    return values | {"parent": parent, "names": [list(name) for name in record.names]}


def merged(base: _Value, mine: _Value, theirs: _Value) -> _Value:
    """Return the gazetteer's new value, unless an editor changed the one that it had before."""
    return theirs if mine == base else mine


def merged_names(base: Iterable[Name], mine: Iterable[Name], theirs: Iterable[Name]) -> set[Name]:
    """Return an editor's names with what the gazetteer has added since, and without what it has dropped."""
    base, mine, theirs = set(base), set(mine), set(theirs)
    return (mine - (base - theirs)) | (theirs - base)
