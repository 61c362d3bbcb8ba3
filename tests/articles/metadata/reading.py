"""Reads what a page tells machines."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from tests.reading import read
from tests.schema_org.rules import faults


def documents(page: BeautifulSoup) -> list[Any]:
    """Return the documents of JSON-LD in a page."""
    return [json.loads(script.get_text()) for script in page.select('script[type="application/ld+json"]')]


def nodes(client: Client, address: str) -> dict[str, Any]:
    """Return what a page tells in the terms of schema.org, by type; fails where that breaks their rules."""
    (document,) = documents(read(client, address))
    assert faults(document) == []
    return {node["@type"]: node for node in document["@graph"]}


def properties(page: BeautifulSoup) -> dict[str, list[str]]:
    """Return what the page says in the terms of Open Graph."""
    found: dict[str, list[str]] = {}
    for meta in page.select("meta[property]"):
        found.setdefault(str(meta["property"]), []).append(str(meta["content"]))
    return found
