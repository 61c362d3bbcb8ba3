"""What a load does to the table of regions: worked out in memory, then written in bulk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from regions.gazetteer.merge import FIELDS, merged, source_values
from regions.gazetteer.places import break_cycles, levels, set_paths
from regions.gazetteer.records import Record
from regions.models import Region, RemovedRegion

_WRITTEN = [*FIELDS, "parent", "path", "depth", "source_values"]
_BATCH = 1000


@dataclass(frozen=True)
class Pair:
    """A record, the region that it is about, and what the gazetteer said of it at the last load."""

    record: Record
    region: Region
    base: dict[str, Any]


class Update:
    """The regions as they are to be after the load; nothing is written before ``write``.

    ``pairs`` has each record that is not left out, ``new`` and ``changed`` the regions to write, and
    ``old_paths`` the path of each region that moves, by primary key.
    """

    def __init__(self, records: list[Record], *, under_sovereign: bool) -> None:
        self._regions = list(Region.objects.order_by("path"))
        by_pk = {region.pk: region for region in self._regions}
        for region in self._regions:
            region.parent = by_pk.get(region.parent_id) if region.parent_id else None
        stored = {region.pk: _row(region) for region in self._regions}
        parents = {region.pk: region.parent for region in self._regions}
        self._by_source = {region.source_id: region for region in self._regions if region.source_id}
        self.new: list[Region] = []
        self.pairs = self._take(records, under_sovereign=under_sovereign)
        _keep_codes_unique(self._regions)
        break_cycles(self._regions, parents)
        set_paths(self._regions, _settled(self._regions, stored, parents))
        kept = [region for region in self._regions if region.pk]
        self.changed = [region for region in kept if _row(region) != stored[region.pk]]
        self.old_paths = {
            region.pk: str(stored[region.pk]["path"])
            for region in self.changed
            if stored[region.pk]["path"] != region.path
        }

    def write(self, progress: Callable[[int, int], None]) -> None:
        """Write the regions that are new, level by level, and those that change."""
        self._free_unique_values()
        done = 0
        for level in levels(self._regions):
            new = [region for region in level if not region.pk]
            for region in new:
                region.parent = region.parent  # takes over the key that the parent has by now
            for start in range(0, len(new), _BATCH):
                Region.objects.bulk_create(new[start : start + _BATCH])
                done += len(new[start : start + _BATCH])
                progress(done, len(self.new))
        for region in self.changed:
            region.parent = region.parent
        Region.objects.bulk_update(self.changed, _WRITTEN, batch_size=100)

    def _take(self, records: list[Record], *, under_sovereign: bool) -> list[Pair]:
        """Merge the records into the regions; leave out what editors removed, and what would be inside it."""
        removed = set(RemovedRegion.objects.values_list("source_id", flat=True))
        pairs = []
        for record in _sovereigns_first(records):
            parent_id = record.territory_of if under_sovereign and record.territory_of else record.parent
            region = self._by_source.get(record.source_id)
            if region is None:
                if record.source_id in removed or (parent_id and parent_id not in self._by_source):
                    continue
                region = self._add(record, parent_id)
            pairs.append(Pair(record, region, region.source_values))
            self._merge(region, record, parent_id)
        return pairs

    def _add(self, record: Record, parent_id: str | None) -> Region:
        region = Region(source_id=record.source_id, parent=self._by_source[parent_id] if parent_id else None)
        for field in FIELDS:
            setattr(region, field, getattr(record, field))
        self._by_source[record.source_id] = region
        self._regions.append(region)
        self.new.append(region)
        return region

    def _merge(self, region: Region, record: Record, parent_id: str | None) -> None:
        base, theirs = region.source_values, source_values(record, parent_id)
        if base == theirs:
            return
        region.source_values = theirs
        if not base:
            return
        for field in FIELDS:
            setattr(region, field, merged(base.get(field), getattr(region, field), theirs[field]))
        mine = _parent_id(region)
        wanted = merged(base.get("parent"), mine, parent_id)
        if wanted != mine and (wanted is None or wanted in self._by_source):
            region.parent = self._by_source[wanted] if wanted else None

    def _free_unique_values(self) -> None:
        """Give rows whose path or code changes values that no row has, so that two rows can swap theirs."""
        moving = Region.objects.filter(pk__in=list(self.old_paths))
        moving.update(path=Concat(Value("~"), Cast("pk", CharField())))
        Region.objects.filter(pk__in=[region.pk for region in self.changed]).update(code=None)


def _row(region: Region) -> dict[str, Any]:
    return {name: getattr(region, name) for name in _WRITTEN}


def _parent_id(region: Region) -> str | None:
    """Return the source id of the parent; an editor's own region has none, but is a parent all the same."""
    return (region.parent.source_id or f"key {region.parent.pk}") if region.parent else None


def _sovereigns_first(records: list[Record]) -> list[Record]:
    """Put territories, with what is inside them, behind the countries that they may come to hang on."""
    of_territory: dict[str, bool] = {}
    for record in records:
        inherited = of_territory[record.parent] if record.parent else False
        of_territory[record.source_id] = inherited or record.territory_of is not None
    return sorted(records, key=lambda record: of_territory[record.source_id])


def _keep_codes_unique(regions: Iterable[Region]) -> None:
    """Let a code stay with the region that an editor gave it to, where the gazetteer has it for another."""
    taken: set[str] = set()
    for region in sorted(regions, key=lambda region: region.source_id is not None):
        if region.code in taken:
            region.code = None
        elif region.code:
            taken.add(region.code)


def _settled(
    regions: Iterable[Region], stored: dict[int, dict[str, Any]], parents: dict[int, Region | None]
) -> set[int]:
    """Return the keys of the stored regions that keep their parent and their slug."""
    kept = [region for region in regions if region.pk]
    return {
        region.pk
        for region in kept
        if region.parent is parents[region.pk] and region.slug == stored[region.pk]["slug"]
    }
