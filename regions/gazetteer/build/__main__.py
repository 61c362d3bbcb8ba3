"""Build the shipped file: ``python -m regions.gazetteer.build FOLDER`` (docs/gazetteer.md)."""

import argparse
import sys
from pathlib import Path

from regions.gazetteer.build.china import add_divisions
from regions.gazetteer.build.cities import add_cities
from regions.gazetteer.build.countries import add_continents, add_countries
from regions.gazetteer.build.curated import add_blocs, add_special_zones, apply_names
from regions.gazetteer.build.groups import settle_groups
from regions.gazetteer.build.municipalities import join_municipalities, move_london_boroughs
from regions.gazetteer.build.naming import distinct_names, make_names_distinct, set_slugs
from regions.gazetteer.build.place import Place, Places
from regions.gazetteer.build.sources import SourceError, Sources
from regions.gazetteer.build.subdivisions import add_subdivisions, collapse_only_children
from regions.gazetteer.records import GAZETTEER_FILE, Record, write_records


def build(sources: Sources) -> list[Record]:
    """Return all regions of the gazetteer, each after its parent, in an order that never changes."""
    places = Places()
    add_continents(places, sources)
    add_countries(places, sources)
    add_blocs(places)
    codes = add_subdivisions(places, sources)
    apply_names(places)
    collapse_only_children(places)
    add_cities(places, sources, codes)
    settle_groups(places)
    join_municipalities(places)
    move_london_boroughs(places)
    chinese = add_divisions(places, sources, codes)
    add_special_zones(places, chinese)
    if unknown := apply_names(places, chinese):
        sys.stderr.write(f"names of unknown regions: {' '.join(unknown)}\n")
    places.flatten()
    make_names_distinct(places)
    set_slugs(places)
    return [_record(place) for place in sorted(places, key=lambda place: _path(places, place))]


def _path(places: Places, place: Place) -> list[str]:
    return [around.slug for around in reversed(places.ancestors(place))] + [place.slug]


def _record(place: Place) -> Record:
    return Record(
        source_id=place.source_id,
        parent=place.parent,
        name=place.name,
        kind=place.kind,
        code=place.code,
        slug=place.slug,
        population=place.population,
        territory_of=place.territory_of,
        names=distinct_names(place),
    )


def main() -> None:
    """Read the sources' folder from the command line and write the file."""
    parser = argparse.ArgumentParser(prog="python -m regions.gazetteer.build", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder with python/ and node_modules/")
    parser.add_argument("--output", type=Path, default=GAZETTEER_FILE)
    arguments = parser.parse_args()
    sources = Sources(arguments.folder)
    try:
        sources.check()
    except SourceError as error:
        sys.exit(str(error))
    records = build(sources)
    write_records(records, arguments.output)
    names = sum(len(record.names) for record in records)
    sys.stdout.write(f"{len(records)} regions, {names} names, {arguments.output.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
