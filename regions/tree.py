"""Where regions are in the tree: their slugs, paths and depths."""

from typing import TYPE_CHECKING

from regions.text import slug_for

if TYPE_CHECKING:
    from regions.models import Region


def place(region: "Region") -> None:
    """Set slug, path and depth from the name and the parent; a taken path gets a counted suffix."""
    base = region.slug or slug_for(region.name, max_length=90, fallback="region")
    prefix = f"{region.parent.path}/" if region.parent else ""
    others = type(region).objects.exclude(pk=region.pk)
    slug, count = base, 1
    while others.filter(path=f"{prefix}{slug}").exists():
        count += 1
        slug = f"{base}-{count}"
    region.slug, region.path = slug, f"{prefix}{slug}"
    region.depth = region.parent.depth + 1 if region.parent else 0
