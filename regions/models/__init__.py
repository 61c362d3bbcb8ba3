"""Region, its other names, its old addresses, the regions that editors removed, the loads, and the stamp."""

from regions.models.load import GazetteerLoad
from regions.models.name import RegionName
from regions.models.region import Region, RegionRedirect, RemovedRegion
from regions.models.stamp import RegionsStamp

__all__ = ["GazetteerLoad", "Region", "RegionName", "RegionRedirect", "RegionsStamp", "RemovedRegion"]
