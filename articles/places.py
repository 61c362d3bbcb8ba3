"""Where items are filed, as pages show it: names and addresses of their regions, read in one query."""

from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import get_language

from articles.models import ItemRegion


class Place(NamedTuple):
    """A region that an item is filed under; ``full_name`` is "Jilin City · Jilin · China".

    ``name`` is in the language of the item's article, ``full_name`` in that of the interface, ``common`` in
    English.
    """

    path: str
    common: str
    name: str
    full_name: str

    @property
    def url(self) -> str:
        """The address of the region's page."""
        return _address(self.path, get_language())


@lru_cache(maxsize=50_000)  # a page shows many regions, and reversing costs more than all the rest of one
def _address(path: str, _language: str | None) -> str:
    return reverse("region", kwargs={"path": path})


def places_of(item_ids: Collection[int]) -> dict[int, list[Place]]:
    """Return the places of each item by its id, the one that it is filed under first."""
    places: dict[int, list[Place]] = defaultdict(list)
    for item_id, path, common, name, *lineage in ItemRegion.objects.named(item_ids):
        known = [part for part in lineage if part is not None]
        places[item_id].append(Place(path, common, name, " · ".join(known)))
    return places
