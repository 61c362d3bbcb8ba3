"""Names that tell a region from those around it, and slugs that are unique among siblings."""

from regions.gazetteer.build.place import Place, Places
from regions.gazetteer.records import Name
from regions.text import fold, slug_for

# How a province is called where the city of its name lies in it, and both lie in a greater subdivision.
_PROVINCE_PATTERNS = {"IE": "County {name}", "Metropolitan city": "Metropolitan City of {name}"}


def make_names_distinct(places: Places) -> None:
    """Rename regions that are called like one around them; the plain name stays as an alias."""
    for place in places:
        if place.kind == "city" and (province := _province_called_alike(places, place)):
            _rename(province, _province_name(province))
    for place in sorted(places, key=lambda place: (places.depth(place), place.source_id)):
        around = {fold(ancestor.name) for ancestor in places.ancestors(place)}
        if fold(place.name) in around:
            _rename(place, _distinct_name(place))
    for siblings in places.children().values():
        _tell_districts_apart(siblings)


def set_slugs(places: Places) -> None:
    """Give every region its slug: of equal ones the most populous the plain one, others one with their id."""
    for siblings in places.children().values():
        taken: set[str] = set()
        for place in sorted(siblings, key=lambda place: (-(place.population or 0), place.source_id)):
            slug = slug_for(place.name, max_length=80)
            if slug in taken:
                slug = f"{slug}-{slug_for(place.source_id.split(':')[1])}"
            taken.add(slug)
            place.slug = slug


def _tell_districts_apart(siblings: list[Place]) -> None:
    """Of China's districts of one name in one city, let the first keep the plain name."""
    seen: set[str] = set()
    for place in sorted(siblings, key=lambda place: (place.kind != "city", place.source_id)):
        if place.kind == "district" and fold(place.name) in seen:
            _rename(place, f"{place.name} {_type_word(place)}")
        seen.add(fold(place.name))


def distinct_names(place: Place) -> tuple[Name, ...]:
    """Return the names of a place and its own, each once: of a known language, of the strongest kind."""
    strength = ["official", "short", "alias", "code"]
    best: dict[tuple[bool, str, str], Name] = {}
    for name in sorted(
        place.names | {Name("en", "short", place.name)}, key=lambda name: strength.index(name.kind)
    ):
        best.setdefault((name.kind == "code", name.language, name.name), name)
    known = {name.name for name in best.values() if name.language}
    return tuple(
        sorted(
            name for name in best.values() if name.kind == "code" or name.language or name.name not in known
        )
    )


def _province_called_alike(places: Places, city: Place) -> Place | None:
    """Return the subdivision of a city's name around it, where that lies in a greater subdivision."""
    province = places.parent_of(city)
    if province is None or not province.code or fold(province.name) != fold(city.name):
        return None
    greater = places.parent_of(province)
    return province if greater and greater.kind == "subdivision" else None


def _province_name(province: Place) -> str:
    country = (province.code or "")[:2]
    pattern = _PROVINCE_PATTERNS.get(country) or _PROVINCE_PATTERNS.get(province.type_name)
    return pattern.format(name=province.name) if pattern else f"{province.name} {_type_word(province)}"


def _distinct_name(place: Place) -> str:
    return f"{place.name} {_type_word(place)}"


def _type_word(place: Place) -> str:
    """Return the English word for what a region is, for its name."""
    if place.kind == "city":
        return "City"
    if place.kind == "district":
        return place.type_name or "District"
    words = {
        "Metropolitan department": "Department",
        "Voivodship": "Voivodeship",
        "Two-tier county": "County",
    }
    return words.get(place.type_name, place.type_name) or "Region"


def _rename(place: Place, name: str) -> None:
    place.add_name("en", "alias", place.name)
    place.name = name
