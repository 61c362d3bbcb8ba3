"""Cities that no shape placed: they go where others of their GeoNames group are called like a subdivision."""

from collections import defaultdict

from regions.gazetteer.build.place import Place, Places
from regions.text import fold


def settle_groups(places: Places) -> None:
    """Move cities from their country to the subdivision that their group points to.

    GeoNames groups cities by a code of its own for the province. Where the cities of a group that are called
    like a subdivision of the country (Nakuru in Nakuru) all point to the same one, or to several inside one,
    the whole group belongs there.
    """
    by_name, groups = _subdivisions_by_name(places), defaultdict(list)
    for place in places:
        country = places.parent_of(place)
        if place.kind == "city" and place.group and country and country.kind == "country":
            groups[country.source_id, place.group].append(place)
    for (country_id, _), cities in groups.items():
        votes = [by_name.get((country_id, fold(city.name)), set()) for city in cities]
        target = _common(places, {next(iter(found)) for found in votes if len(found) == 1})
        for city in cities if target else ():
            city.parent = target


def _subdivisions_by_name(places: Places) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place in places:
        if place.kind == "subdivision" and place.code:
            for name in place.folded_names():
                found[f"iso:{place.code[:2]}", name].add(place.source_id)
    return found


def _common(places: Places, voted: set[str]) -> str | None:
    """Return the one subdivision of a vote, or the one that all of them lie in."""
    if len(voted) == 1:
        return next(iter(voted))
    parents: list[Place | None] = [places.parent_of(places[source_id]) for source_id in voted]
    ids = {parent.source_id for parent in parents if parent and parent.kind == "subdivision"}
    return ids.pop() if len(ids) == 1 and all(parents) else None
