"""The index of names from the database, kept by the process until regions or names change."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.db.models.functions import Coalesce, Length

from regions.choices import NameKind
from regions.mentions.index import NameIndex, Place
from regions.models import Region, RegionName, RegionsStamp

_CHUNK = 10_000
_LONGEST_ACRONYM = 8
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


@contextmanager
def _without_collection() -> Iterator[None]:
    """Spare the collector, which would look at all new tuples many times for nothing; saves a quarter."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collection()
def _read() -> NameIndex:
    """Read the index; the codes are left out, for in a text "IN", "IT" and "NO" are words."""
    regions = Region.objects.order_by().values_list(
        "pk", "parent_id", "name", "kind", "code", "path", Coalesce("population", 0)
    )
    names = RegionName.objects.order_by().exclude(kind=NameKind.CODE).values_list("region_id", "folded")
    short = names.annotate(length=Length("name")).filter(length__lte=_LONGEST_ACRONYM, language="en")
    return NameIndex(
        {row[0]: Place._make(row) for row in regions.iterator(chunk_size=_CHUNK)},
        names.iterator(chunk_size=_CHUNK),
        [row[:2] for row in short.values_list("region_id", "folded", "name") if row[2].isupper()],
    )
