"""The shipped gazetteer file: one region a line, parents before children, compressed and reproducible."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

GAZETTEER_FILE = Path(__file__).resolve().parent.parent / "data" / "gazetteer.jsonl.gz"
FORMAT = 1


class GazetteerFileError(Exception):
    """The gazetteer file is missing, damaged, or of another format; the message says what to do."""


class Name(NamedTuple):
    """One name of a region: a BCP 47 tag ("" for codes and where unknown), a kind, the name itself."""

    language: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """One region as the gazetteer has it; ``parent`` is a source id, ``territory_of`` that of a sovereign."""

    source_id: str
    parent: str | None
    name: str
    kind: str
    code: str | None
    slug: str
    population: int | None
    territory_of: str | None
    names: tuple[Name, ...]


def write_records(records: Iterable[Record], path: Path) -> None:
    """Write the file; the same records give the same bytes (no time stamp, fixed order of keys)."""
    listed = list(records)
    lines = [json.dumps({"format": FORMAT, "regions": len(listed)})]
    lines += [json.dumps(_as_row(record), ensure_ascii=False, separators=(",", ":")) for record in listed]
    data = "\n".join(lines).encode() + b"\n"
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def read_records(path: Path = GAZETTEER_FILE) -> list[Record]:
    """Return the regions of the file, each after its parent.

    Raises:
        GazetteerFileError: the file is missing, damaged, or written for another version.
    """
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
        header = json.loads(lines[0])
        records = [_from_row(json.loads(line)) for line in lines[1:]]
    except FileNotFoundError as error:
        message = f"The gazetteer file {path} is missing. Restore it from the repository."
        raise GazetteerFileError(message) from error
    except (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError) as error:
        message = f"The gazetteer file {path} is damaged ({error}). Restore it from the repository."
        raise GazetteerFileError(message) from error
    _check_header(header, len(records), path)
    _check_order(records, path)
    return records


def digest_of(path: Path = GAZETTEER_FILE) -> str:
    """Return the SHA-256 of the file, which tells whether it is the one that was loaded last.

    Raises:
        GazetteerFileError: there is no such file.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        message = f"The gazetteer file {path} can't be read ({error}). Restore it from the repository."
        raise GazetteerFileError(message) from error


def _check_header(header: Any, count: int, path: Path) -> None:
    """Raise GazetteerFileError where the first line doesn't fit the rest of the file."""
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise GazetteerFileError(f"The gazetteer file {path} is of a format that this version can't read.")
    if header.get("regions") != count:
        raise GazetteerFileError(f"The gazetteer file {path} is incomplete. Restore it from the repository.")


def _check_order(records: list[Record], path: Path) -> None:
    """Raise GazetteerFileError where a region stands before its parent."""
    seen: set[str | None] = {None}
    for record in records:
        if record.parent not in seen:
            message = f"The gazetteer file {path} is damaged ({record.source_id} lacks its parent)."
            raise GazetteerFileError(f"{message} Restore it from the repository.")
        seen.add(record.source_id)


def _as_row(record: Record) -> list[Any]:
    return [
        record.source_id,
        record.parent,
        record.name,
        record.kind,
        record.code,
        record.slug,
        record.population,
        record.territory_of,
        [list(name) for name in record.names],
    ]


def _from_row(row: list[Any]) -> Record:
    source_id, parent, name, kind, code, slug, population, territory_of, names = row
    listed = tuple(Name(*entry) for entry in names)
    return Record(source_id, parent, name, kind, code, slug, population, territory_of, listed)
