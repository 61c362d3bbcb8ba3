"""The subdivisions of ISO 3166-2, under CLDR's names, with the local ones and Chinese beside them."""

from difflib import SequenceMatcher
from typing import Any

from regions.gazetteer.build.curated import pairs
from regions.gazetteer.build.place import Place, Places, tidy
from regions.gazetteer.build.sources import Sources
from regions.text import fold

# The Chinese words for a province that the short name goes without ("加利福尼亚州", "加利福尼亚"); not
# 道 and 区, which are parts of names (北海道).
_CHINESE_SUFFIXES = ("特别市", "广域市", "直辖市", "自治区", "大区", "州", "省", "邦", "都", "府", "县", "市")
_NAMED_BY_GREATER = {"GB-EAW", "GB-GBN", "GB-UKM"}
# Countries whose codes were given anew, while CLDR still has the names of the old ones.
_STALE_IN_CLDR = ("IR-", "MA-0", "MA-1", "NP-")
# From this likeness on (of difflib), two names are spellings of one.
_ALIKE = 0.6


def add_subdivisions(places: Places, sources: Sources) -> dict[str, str]:
    """Add the subdivisions; return ISO 3166-2 code → source id, outdated and territories' codes included."""
    rows: list[dict[str, Any]] = sources.python("pycountry/databases/iso3166-2.json")["3166-2"]
    rows = [row for row in rows if row["code"] not in _NAMED_BY_GREATER]
    territories = _territory_codes(places, rows)
    known = {row["code"]: f"iso:{row['code']}" for row in rows} | territories
    names, shapes = sources.subdivision_names("en"), _shapes_by_code(sources)
    for row in rows:
        if row["code"] not in territories:
            stale = row["code"].startswith(_STALE_IN_CLDR)
            common = None if stale else names.get(row["code"].replace("-", "").lower())
            place = places.add(_subdivision(row, common))
            _add_shape_names(place, shapes.get(row["code"], {}))
    for code, source_id in territories.items():
        places[source_id].add_name("", "code", code)
    known |= {old: known[new] for old, new in _replacements(sources).items() if new in known}
    return known


def collapse_only_children(places: Places) -> list[str]:
    """Join each subdivision with its only one below (Madrid: community and province); return the kept."""
    children = places.children()
    collapsed = []
    for place in places:
        below = [child for child in children.get(place.source_id, []) if child.kind == "subdivision"]
        if place.kind == "subdivision" and len(below) == 1:
            places.merge(place, below[0])
            collapsed.append(place.source_id)
    return collapsed


def _territory_codes(places: Places, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Return which ISO 3166-2 codes name places with an alpha-2 code of their own (CN-HK is HK)."""
    codes = {"FR-971": "GP", "FR-972": "MQ", "FR-973": "GF", "FR-974": "RE", "FR-976": "YT", "FI-01": "AX"}
    codes |= {"NL-BQ1": "", "NL-BQ2": "", "NL-BQ3": "", "NO-21": "", "NO-22": ""}
    found = {}
    for row in rows:
        code = codes.get(row["code"], row["code"][3:])
        territory = places.get(f"iso:{code}") if len(code) == 2 else None
        if territory and territory.territory_of == f"iso:{row['code'][:2]}":
            found[row["code"]] = territory.source_id
    return found


def _subdivision(row: dict[str, Any], common: str | None) -> Place:
    code, parent = row["code"], row.get("parent")
    name = row["name"].split(" [")[0].split(" (")[0]
    if parent and "-" not in parent:
        parent = f"{code[:2]}-{parent}"
    place = Place(
        f"iso:{code}",
        _common_name(row, common or name),
        "subdivision",
        parent=f"iso:{parent or code[:2]}",
        code=code,
    )
    place.type_name = row["type"]
    place.add_name("", "code", code)
    place.add_name("", "alias", name)
    return place


def _common_name(row: dict[str, Any], name: str) -> str:
    """Return the name to show: without remarks in brackets; Russia's oblasts with that word."""
    name = tidy(name.split(" (")[0]).removesuffix(" †")
    if row["code"].startswith("RU-") and row["type"] == "Administrative region" and " " not in name:
        return f"{name} Oblast"
    return name


def _add_shape_names(place: Place, shape: dict[str, Any]) -> None:
    """Add Natural Earth's names in English and Chinese, unless the code now means another subdivision."""
    if not _same_place(place, shape):
        return
    place.add_name("en", "alias", shape.get("name_en"))
    chinese, traditional = shape.get("name_zh"), shape.get("name_zht")
    place.add_name("zh", "official", chinese)
    if traditional != chinese:
        place.add_name("zh", "alias", traditional)
    if chinese:
        place.add_name("zh", "short", short_chinese(chinese))


def _same_place(place: Place, shape: dict[str, Any]) -> bool:
    names = [fold(shape[key]) for key in ("name", "name_en", "gn_name", "woe_name") if shape.get(key)]
    known = place.folded_names()
    return any(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one in names for other in known)


def short_chinese(name: str) -> str:
    """Return a Chinese name without its word for province, where two characters or more are left."""
    for suffix in _CHINESE_SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name.removesuffix(suffix)
    return name


def _shapes_by_code(sources: Sources) -> dict[str, dict[str, Any]]:
    """Return the properties of the shapes by code; of several shapes of one code, the main one's."""
    found: dict[str, dict[str, Any]] = {}
    for feature in sources.shapes():
        properties = feature["properties"]
        known = found.get(properties["iso_3166_2"])
        if known is None or properties["labelrank"] < known["labelrank"]:
            found[properties["iso_3166_2"]] = properties
    return found


def _replacements(sources: Sources) -> dict[str, str]:
    """Return outdated ISO 3166-2 codes with their successors: CLDR's and, over them, ours."""
    cldr = {_iso(old): _iso(new) for old, new in sources.subdivision_aliases().items()}
    return cldr | pairs("outdated_codes")


def _iso(code: str) -> str:
    """Return CLDR's "cnjs" as ISO's "CN-JS"; of a territory ("TW") the code that ISO gives it in CN."""
    return f"{code[:2]}-{code[2:]}".upper() if len(code) > 2 else code
