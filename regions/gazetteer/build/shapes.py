"""In which province a point lies: Natural Earth's shapes, looked up through a grid of whole degrees."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Ring = list[list[float]]
# A city that the coarse coast line leaves in the sea belongs to the nearest shape within this distance.
REACH_IN_DEGREES = 0.5


@dataclass(frozen=True)
class Shape:
    """One province: its ISO 3166-2 code (maybe an outdated one), its names, its outline and its box."""

    code: str
    region_code: str
    names: tuple[str, ...]
    country: str
    rings: list[Ring]
    box: tuple[float, float, float, float]

    def contains(self, x: float, y: float) -> bool:
        """Tell whether a point is inside: a ray to the east crosses the rings an odd number of times."""
        west, south, east, north = self.box
        if not (west <= x <= east and south <= y <= north):
            return False
        crossings = sum(_crossings(ring, x, y) for ring in self.rings)
        return crossings % 2 == 1

    def distance(self, x: float, y: float) -> float:
        """Return the square of the distance in degrees to the nearest corner."""
        return min((px - x) ** 2 + (py - y) ** 2 for ring in self.rings for px, py, *_ in ring)


class Map:
    """All shapes, by the degrees that their boxes touch."""

    def __init__(self, features: list[dict[str, Any]]) -> None:
        self._cells: dict[tuple[int, int], list[Shape]] = defaultdict(list)
        for feature in features:
            shape = _shape(feature)
            for cell in _cells(shape.box):
                self._cells[cell].append(shape)

    def find(self, x: float, y: float, country: str) -> Shape | None:
        """Return the shape of a country (alpha-2) that a point is in, or else the nearest one in reach."""
        near = [shape for shape in self._cells[int(x // 1), int(y // 1)] if shape.country == country]
        for shape in near:
            if shape.contains(x, y):
                return shape
        around = _cells(
            (x - REACH_IN_DEGREES, y - REACH_IN_DEGREES, x + REACH_IN_DEGREES, y + REACH_IN_DEGREES)
        )
        reachable = [shape for cell in around for shape in self._cells[cell] if shape.country == country]
        nearest = min(reachable, key=lambda shape: (shape.distance(x, y), shape.code), default=None)
        return nearest if nearest and nearest.distance(x, y) <= REACH_IN_DEGREES**2 else None


def _shape(feature: dict[str, Any]) -> Shape:
    geometry, properties = feature["geometry"], feature["properties"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [ring for polygon in polygons for ring in polygon]
    xs = [point[0] for ring in rings for point in ring]
    ys = [point[1] for ring in rings for point in ring]
    code = properties["iso_3166_2"]
    return Shape(
        code=code,
        region_code=properties.get("region_code") or "",
        names=tuple(
            filter(None, (properties.get(key) for key in ("name", "name_en", "woe_name", "gn_name")))
        ),
        country=code[:2] if code[:2].isalpha() else properties["iso_a2"],
        rings=rings,
        box=(min(xs), min(ys), max(xs), max(ys)),
    )


def _cells(box: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    west, south, east, north = box
    for x in range(int(west // 1), int(east // 1) + 1):
        for y in range(int(south // 1), int(north // 1) + 1):
            yield x, y


def _crossings(ring: Ring, x: float, y: float) -> int:
    count = 0
    px, py = ring[-1][0], ring[-1][1]
    for qx, qy, *_ in ring:
        if (qy > y) != (py > y) and x < (px - qx) * (y - qy) / (py - qy) + qx:
            count += 1
        px, py = qx, qy
    return count
