"""Small gazetteer files for tests, written to a folder of their own."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from regions.gazetteer.load import LoadResult, load_gazetteer
from regions.gazetteer.records import Name, Record, write_records
from regions.text import slug_for


def record(source_id: str, name: str, parent: str | None = None, **fields: Any) -> Record:
    """A country, or a city in ``parent``, with its English name and those in ``names``."""
    names = (Name("en", "short", name), *fields.pop("names", ()))
    defaults: dict[str, Any] = {
        "kind": "city" if parent else "country",
        "code": None,
        "slug": slug_for(name),
        "population": None,
        "territory_of": None,
    }
    return Record(source_id=source_id, parent=parent, name=name, names=names, **(defaults | fields))


def load(folder: Path, records: Iterable[Record], *, territories: str = "top", **options: Any) -> LoadResult:
    """Write the records to a file, each after its parent, and load it."""
    path = folder / "gazetteer.jsonl.gz"
    by_id = {record.source_id: record for record in records}

    def depth(record: Record) -> int:
        return 1 + depth(by_id[record.parent]) if record.parent else 0

    write_records(sorted(by_id.values(), key=depth), path)
    return load_gazetteer(territories, path=path, **options)
