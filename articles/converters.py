"""The parts of public addresses: what does not look like one of ours is no address at all."""


class RegionPathConverter:
    """The path of a region, ``china/jiangsu``; NUL and other characters that no slug has don't match."""

    regex = "[-a-zA-Z0-9_]+(?:/[-a-zA-Z0-9_]+)*"

    def to_python(self, value: str) -> str:
        """Return the path as it is stored."""
        return value

    def to_url(self, value: str) -> str:
        """Return the path as it stands in addresses."""
        return value
