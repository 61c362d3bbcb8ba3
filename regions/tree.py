"""Where regions are in the tree: their slugs, paths and depths, and what a move takes along."""

import re
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from regions.text import slug_for

if TYPE_CHECKING:
    from regions.models import Region

# A country is at depth 0, a district at 3: what ``RegionQuerySet.with_parents()`` fetches in one query.
MAX_DEPTH = 3


class Spot(NamedTuple):
    """Where a stored region is: its name and the rest of its row that decides on the path."""

    name: str
    slug: str
    path: str
    depth: int
    parent_id: int | None


def stored_spot(region: "Region") -> Spot | None:
    """Return where a region is according to its row, or None where it has none yet.

    Inside a transaction: locks the row and that of the parent to be, so that nobody moves them meanwhile.
    """
    rows = type(region).objects.select_for_update().order_by("pk")
    rows = rows.filter(pk__in=[key for key in (region.pk, region.parent_id) if key])
    found = {row.pk: row for row in rows.only("name", "slug", "path", "depth", "parent_id")}
    row = found.get(region.pk)
    return Spot(row.name, row.slug, row.path, row.depth, row.parent_id) if row else None


def check(region: "Region") -> None:
    """Refuse a parent that is the region itself or inside it, and one that leaves no room for its children.

    Raises:
        ValidationError: with a message for the field ``parent``.
    """
    parent = _fresh_parent(region)
    if parent is None:
        return
    subtree = type(region).objects.filter(pk=region.pk).first()
    height = 0
    if subtree is not None:
        if parent.pk == subtree.pk or parent.path.startswith(f"{subtree.path}/"):
            raise ValidationError({"parent": "A region can't be inside itself."}, code="cycle")
        height = max(type(region).objects.inside(subtree).values_list("depth", flat=True)) - subtree.depth
    if parent.depth + 1 + height > MAX_DEPTH:
        message = "Too deep: countries, subdivisions, cities and districts are all the levels there are."
        raise ValidationError({"parent": message}, code="too_deep")


def place(region: "Region", before: Spot | None = None) -> None:
    """Set slug, path and depth from the name and the parent; a taken path gets a counted suffix.

    ``before`` is where the region is now: a slug that was made from the name, and not by an editor, is made
    anew where the name or the parent changes.
    """
    parent = _fresh_parent(region)
    base = (region.slug or "").lower()
    if before and base == before.slug and _is_made_from(before.name, base):
        stays = (region.name, region.parent_id) == (before.name, before.parent_id)
        base = base if stays else ""
    base = base or _slug(region.name)
    prefix = f"{parent.path}/" if parent else ""
    region.slug = _free_slug(region, prefix, base)
    region.path = f"{prefix}{region.slug}"
    region.depth = parent.depth + 1 if parent else 0


def move_children(region: "Region", before: Spot) -> dict[int, str]:
    """Bring what is inside a region, whose own row is saved, after it.

    Returns the old path of each region that moved, the region itself among them, by primary key.
    """
    below = type(region).objects.filter(path__startswith=f"{before.path}/")
    moved = dict(below.values_list("pk", "path"))
    below.update(
        path=Concat(Value(region.path), Substr("path", len(before.path) + 1)),
        depth=F("depth") + (region.depth - before.depth),
    )
    return {region.pk: before.path, **moved}


def _fresh_parent(region: "Region") -> "Region | None":
    """Return the parent as it is stored now, not as somebody read it before."""
    if region.parent_id is None:
        return None
    return type(region).objects.get(pk=region.parent_id)


def _slug(name: str) -> str:
    return slug_for(name, max_length=90, fallback="region")


def _is_made_from(name: str, slug: str) -> bool:
    """Tell whether a slug is the one of a name, maybe with a number because that was taken."""
    return re.fullmatch(re.escape(_slug(name)) + r"(-\d+)?", slug) is not None


def _free_slug(region: "Region", prefix: str, base: str) -> str:
    others = type(region).objects.exclude(pk=region.pk)
    slug, count = base, 1
    while others.filter(path=f"{prefix}{slug}").exists():
        count += 1
        slug = f"{base}-{count}"
    return slug
