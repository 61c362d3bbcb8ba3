"""Brings the gazetteer file into the database, in one transaction, and keeps what editors changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from regions.gazetteer.names import write_names
from regions.gazetteer.records import GAZETTEER_FILE, digest_of, read_records
from regions.gazetteer.update import Update
from regions.models import GazetteerLoad, Region, RegionRedirect, RegionsStamp
from regions.signals import subtree_moved

# A number of our own for PostgreSQL's advisory locks: two loads at once would create every region twice.
_LOCK = 3166
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class LoadResult:
    """How many regions a load created, changed, moved, and left out because editors had removed them."""

    created: int = 0
    changed: int = 0
    moved: int = 0
    left_out: int = 0
    names: int = 0
    skipped: bool = False


def load_gazetteer(
    territories: str,
    *,
    path: Path = GAZETTEER_FILE,
    force: bool = False,
    progress: Progress = lambda done, total: None,
) -> LoadResult:
    """Load or update the regions; ``territories`` is "top" or "sovereign" (settings.REGIONS_TERRITORIES).

    A file that is loaded already is skipped, unless ``force`` says otherwise.

    Raises:
        GazetteerFileError: the file is missing or damaged; the database is as before.
    """
    digest = digest_of(path)
    with transaction.atomic():
        _wait_for_other_loads()
        if not force and _is_loaded(digest, territories):
            return LoadResult(skipped=True)
        records = read_records(path)
        update = Update(records, under_sovereign=territories == "sovereign")
        update.write(progress)
        names = write_names(update.pairs)
        _tell_of_moves(update.old_paths)
        GazetteerLoad.objects.create(digest=digest, territories=territories)
        RegionsStamp.renew()
    return LoadResult(
        created=len(update.new),
        changed=len(update.changed),
        moved=len(update.old_paths),
        left_out=len(records) - len(update.pairs),
        names=names,
    )


def _tell_of_moves(old_paths: dict[int, str]) -> None:
    """Leave redirects at the old paths, and let other apps follow."""
    RegionRedirect.objects.record(old_paths)
    if old_paths:
        subtree_moved.send(Region, region_ids=list(old_paths))


def _is_loaded(digest: str, territories: str) -> bool:
    latest = GazetteerLoad.objects.order_by("-pk").first()
    if latest is None or (latest.digest, latest.territories) != (digest, territories):
        return False
    return Region.objects.exclude(source_id=None).exists()


def _wait_for_other_loads() -> None:
    """Take the lock of loads until the transaction ends; SQLite's transactions exclude each other anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
