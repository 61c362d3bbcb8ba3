"""Region, its other names, its old addresses, the gazetteer regions that editors removed, and the loads."""

from regions.models.load import GazetteerLoad
from regions.models.name import RegionName
from regions.models.region import Region, RegionRedirect, RemovedRegion

__all__ = ["GazetteerLoad", "Region", "RegionName", "RegionRedirect", "RemovedRegion"]
