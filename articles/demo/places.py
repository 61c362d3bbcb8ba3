"""Finds the regions that the demo's items name by ISO code or path."""

from collections.abc import Iterable

from django.db.models import Q

from regions.models import Region


class MissingRegionsError(Exception):
    """The demo needs regions that the database lacks; the message says what to do."""


def find_regions(names: Iterable[str]) -> dict[str, Region]:
    """Return the regions by the code or path that they were asked for.

    Raises:
        MissingRegionsError: one or more of them are not there.
    """
    wanted = set(names)
    found: dict[str, Region] = {}
    for region in Region.objects.filter(Q(code__in=wanted) | Q(path__in=wanted)):
        found |= {name: region for name in (region.code, region.path) if name in wanted}
    missing = sorted(wanted - found.keys())
    if missing:
        raise MissingRegionsError(_advice(missing))
    return found


def _advice(missing: list[str]) -> str:
    if not Region.objects.exists():
        return "There are no regions yet. Run `manage.py loadregions` first, then `manage.py loaddemo` again."
    listed = ", ".join(missing)
    return (
        f"The demo needs regions that aren't there: {listed}. Run `manage.py loadregions` to bring them back."
    )
