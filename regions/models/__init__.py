"""Region, its other names, its old addresses, and the gazetteer regions that editors removed."""

from regions.models.name import RegionName
from regions.models.region import Region, RegionRedirect, RemovedRegion

__all__ = ["Region", "RegionName", "RegionRedirect", "RemovedRegion"]
