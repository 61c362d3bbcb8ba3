"""Writes the names of regions that a load adds, and takes away those that the gazetteer has dropped."""

from collections import defaultdict
from collections.abc import Iterable

from regions.gazetteer.merge import merged_names
from regions.gazetteer.records import Name
from regions.gazetteer.update import Pair
from regions.models import RegionName
from regions.text import fold

_BATCH = 2000


def write_names(pairs: Iterable[Pair]) -> int:
    """Bring the names of the regions up to date; return how many were added or taken away."""
    differing = [pair for pair in pairs if _names(pair) != list(pair.record.names)]
    stored = _stored_names() if any(pair.base for pair in differing) else {}
    added: list[RegionName] = []
    dropped: list[int] = []
    for pair in differing:
        mine = stored.get(pair.region.pk, {})
        wanted = merged_names(_names(pair), mine, pair.record.names)
        added += [_row(pair.region.pk, name) for name in sorted(wanted - mine.keys())]
        dropped += [key for name, key in mine.items() if name not in wanted]
    RegionName.objects.bulk_create(added, batch_size=_BATCH)
    for start in range(0, len(dropped), _BATCH):
        RegionName.objects.filter(pk__in=dropped[start : start + _BATCH]).delete()
    return len(added) + len(dropped)


def _names(pair: Pair) -> list[Name]:
    """Return the names that the region had in the gazetteer at the last load."""
    return [Name(*name) for name in pair.base.get("names", [])]


def _stored_names() -> dict[int, dict[Name, int]]:
    """Return the names of all regions with their keys, by region."""
    found: dict[int, dict[Name, int]] = defaultdict(dict)
    for key, region, *name in RegionName.objects.order_by().values_list(
        "pk", "region", "language", "kind", "name"
    ):
        found[region][Name(*name)] = key
    return found


def _row(region_id: int, name: Name) -> RegionName:
    return RegionName(
        region_id=region_id, language=name.language, kind=name.kind, name=name.name, folded=fold(name.name)
    )
