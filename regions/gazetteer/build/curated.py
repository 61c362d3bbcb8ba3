"""Our own additions: blocs, special zones, common names that the sources lack (tables in ``curated/``)."""

import csv
from pathlib import Path

from regions.gazetteer.build.place import Place, Places

_TABLES = Path(__file__).parent / "curated"


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of ours, by column."""
    with (_TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pairs(name: str) -> dict[str, str]:
    """Return a table of two columns as a mapping."""
    rows = (list(row.values()) for row in table(name))
    return {row[0]: row[1] for row in rows}


def add_blocs(places: Places) -> None:
    """Add the unions and groups of countries at the top of the tree."""
    for row in table("blocs"):
        bloc = Place(row["source_id"], row["name"], "bloc", code=row["code"] or None)
        bloc.add_name("en", "short", row["short"])
        bloc.add_name("zh", "official", row["zh"])
        bloc.add_name("zh", "short", row["zh_short"])
        bloc.add_name("en", "official", row["aliases"])
        bloc.add_name("", "code", row["code"])
        places.add(bloc)


def add_special_zones(places: Places, chinese_cities: dict[str, str]) -> None:
    """Add well-known special zones; a parent "gb:2102" is looked up in ``chinese_cities``."""
    for row in table("special_zones"):
        parent = row["parent"]
        if parent.startswith("gb:"):
            parent = chinese_cities[parent.removeprefix("gb:")]
        zone = Place(row["source_id"], row["name"], "special_zone", parent=places[parent].source_id)
        zone.add_name("zh", "official", row["zh"])
        for alias in filter(None, row["aliases"].split(";")):
            zone.add_name("en", "alias", alias)
        places.add(zone)


def apply_names(places: Places, chinese: dict[str, str] | None = None) -> list[str]:
    """Set the names of the table ``names``; return the source ids that no place has.

    "gbt2260:1525" also finds the place that ``chinese`` (GB/T 2260 code → source id) names for the code.
    The field "name" replaces the name that is shown (the source's stays as an alias); others are a
    language and a kind, such as "zh:short".
    """
    unknown = []
    for row in table("names"):
        source_id = row["source_id"]
        place = places.get(source_id) or places.get((chinese or {}).get(source_id.removeprefix("gbt2260:")))
        if place is None:
            unknown.append(source_id)
        elif row["field"] == "name":
            place.add_name("en", "alias", place.name)
            place.name = row["value"]
        else:
            language, kind = row["field"].split(":")
            place.add_name(language, kind, row["value"])
    return unknown
