"""The regions in Django's admin, and what every page with a prose editor needs."""

from regions.admin.region import RegionAdmin

__all__ = ["RegionAdmin"]
