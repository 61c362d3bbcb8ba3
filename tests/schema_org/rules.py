"""The rules of schema.org for JSON-LD: which properties a type has, and which values a property takes."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CONTEXT = "https://schema.org"
_VOCABULARY = json.loads(Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8"))
_TYPES, _MEMBERS = _VOCABULARY["types"], _VOCABULARY["members"]
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@cache
def lineage(name: str) -> frozenset[str]:
    """Return a type and all above it."""
    return frozenset({name}.union(*(lineage(parent) for parent in _TYPES[name]["parents"])))


@cache
def ranges(name: str) -> dict[str, list[str]]:
    """Return what each property of a type takes, its own and those that it has from above."""
    return {prop: taken for each in lineage(name) for prop, taken in _TYPES[each]["properties"].items()}


def faults(document: Any) -> list[str]:
    """Return everything in a document of JSON-LD that schema.org does not allow."""
    if document.get("@context") != CONTEXT:
        return [f"the context is {document.get('@context')!r}"]
    nodes = document.get("@graph", [document])
    return [fault for node in nodes for fault in _of_node(node)]


def _of_node(node: dict[str, Any]) -> Iterator[str]:
    name = node.get("@type")
    if name not in _TYPES:
        yield f"there is no type {name!r}"
        return
    for prop, value in node.items():
        if prop in ("@context", "@type"):
            continue
        if prop == "@id":
            yield from [] if _is_url(value) else [f"{name} is called {value!r}"]
        elif prop not in ranges(name):
            yield f"{name} has no {prop}"
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from _of_value(f"{name}.{prop}", each, ranges(name)[prop])


def _of_value(where: str, value: Any, taken: list[str]) -> Iterator[str]:
    if not isinstance(value, dict):
        yield from [] if any(_is_a(value, each) for each in taken) else [f"{where} is {value!r}, not {taken}"]
    elif set(value) == {"@id"}:
        if not _is_url(value["@id"]) or not any(each in _TYPES for each in taken):
            yield f"{where} leads to {value['@id']!r}"
    else:
        if value.get("@type") in _TYPES and not lineage(value["@type"]) & set(taken):
            yield f"{where} is a {value['@type']}, not {taken}"
        yield from _of_node(value)


def _is_a(value: Any, data_type: str) -> bool:
    if isinstance(value, bool):
        return data_type == "Boolean"
    if isinstance(value, int):
        return data_type in ("Integer", "Number")
    if not isinstance(value, str) or not value.strip():
        return False
    known = {"Text": lambda text: True, "URL": _is_url, "Date": _DATE.fullmatch, "DateTime": _is_moment}
    if data_type in _MEMBERS:
        return value in _MEMBERS[data_type]
    return data_type in known and bool(known[data_type](value))


def _is_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"\s", text)


def _is_moment(text: str) -> bool:
    try:
        return "T" in text and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
