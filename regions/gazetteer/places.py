"""Paths for a whole tree of regions at once, in memory: what ``regions.tree`` does for one region."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from regions.models import Region
from regions.text import slug_for

_TOP = 0


def break_cycles(regions: list[Region], stored_parents: Mapping[int, Region | None]) -> None:
    """Hang regions that have come to be inside themselves back where they are stored.

    That happens where an editor moved one region, and the gazetteer another, each into the other.
    """
    reached = {id(region) for level in levels(regions) for region in level}
    for region in regions:
        if id(region) not in reached and region.pk:
            region.parent = stored_parents[region.pk]


def set_paths(regions: list[Region], settled: set[int]) -> None:
    """Set slug, path and depth of all regions; where siblings want one slug, the settled ones keep theirs.

    ``settled`` are the primary keys of regions that stay under their parent with the slug that they have. Of
    the others the first one gets a free slug, the rest have the end of their source id behind it.
    """
    taken: dict[int, set[str]] = defaultdict(set)
    for region in regions:
        if region.pk in settled:
            taken[_parent_key(region)].add(region.slug)
    for depth, level in enumerate(levels(regions)):
        for region in level:
            if region.pk not in settled:
                region.slug = _free_slug(region, taken[_parent_key(region)])
                taken[_parent_key(region)].add(region.slug)
            region.path = f"{region.parent.path}/{region.slug}" if region.parent else region.slug
            region.depth = depth


def levels(regions: Iterable[Region]) -> Iterator[list[Region]]:
    """Yield the regions at the top, then those directly inside them, and so on."""
    children: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        children[_parent_key(region)].append(region)
    level = children[_TOP]
    while level:
        yield level
        level = [child for region in level for child in children.get(id(region), ())]


def _parent_key(region: Region) -> int:
    """Return what tells a parent from others, also one that has no primary key yet."""
    parent = region.parent
    return id(parent) if parent else _TOP


def _free_slug(region: Region, taken: set[str]) -> str:
    slug = base = region.slug
    if slug in taken:
        ending = (region.source_id or "").partition(":")[2]
        slug = base = f"{base[:60]}-{slug_for(ending, fallback='2')}"
    count = 1
    while slug in taken:
        count += 1
        slug = f"{base}-{count}"
    return slug
