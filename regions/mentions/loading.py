"""The index of names from the database, kept by the process until regions or names change."""

from threading import Lock

from regions.choices import NameKind
from regions.mentions.index import NameIndex, Place
from regions.models import Region, RegionName, RegionsStamp

_lock = Lock()
_kept: dict[str, NameIndex] = {}


def load_index() -> NameIndex:
    """Return the index of all names in the database as it is now; one small query where nothing changed."""
    stamp = RegionsStamp.current()
    with _lock:
        index = _kept.get(stamp)
        if index is None:
            index = _read()
            _kept.clear()
            _kept[stamp] = index
    return index


def _read() -> NameIndex:
    """Read the index; the codes are left out, for in a text "IN", "IT" and "NO" are words."""
    regions = Region.objects.order_by().values_list(
        "pk", "parent_id", "name", "kind", "code", "path", "population"
    )
    names = RegionName.objects.order_by().exclude(kind=NameKind.CODE)
    places = {row[0]: Place(*row[:6], row[6] or 0) for row in regions.iterator(chunk_size=10_000)}
    return NameIndex(places, names.values_list("region_id", "folded", "name").iterator(chunk_size=10_000))
