"""The part of the shipped gazetteer that the demo needs, without the 41,000 regions that it doesn't."""

from functools import cache

from articles.demo.manuscripts import read_all
from regions.gazetteer.records import Record, read_records
from regions.models import Region


@cache
def _needed() -> list[Record]:
    wanted = {name for text in read_all() for item in text.items for name in item.regions}
    by_id: dict[str, Record] = {}
    paths: dict[str, str] = {}
    kept: set[str] = set()
    for record in read_records():
        by_id[record.source_id] = record
        above = paths.get(record.parent or "")
        paths[record.source_id] = path = f"{above}/{record.slug}" if above else record.slug
        step: Record | None = record if {path, record.code} & wanted else None
        while step and step.source_id not in kept:
            kept.add(step.source_id)
            step = by_id.get(step.parent or "")
    return [record for source_id, record in by_id.items() if source_id in kept]


def make_regions_of_the_demo() -> None:
    made: dict[str | None, Region] = {}
    for record in _needed():
        made[record.source_id] = Region.objects.create(
            name=record.name,
            kind=record.kind,
            code=record.code,
            slug=record.slug,
            parent=made.get(record.parent),
        )
