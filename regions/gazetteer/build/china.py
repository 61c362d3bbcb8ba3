"""China below the provinces: prefectures, then districts, counties and county-level cities (GB/T 2260)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from regions.gazetteer.build.chinese_names import common_name, official_name, romanise, split, zone_name
from regions.gazetteer.build.place import Place, Places
from regions.gazetteer.build.sources import Sources
from regions.text import fold

# Rows that group, and govern nothing: "districts of the city", "counties", "directly under the province".
_GROUPINGS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
# GB/T 2260 numbers development zones, which are no divisions, from 71 to 79.
_ZONE_NUMBERS = range(71, 80)
# Provinces that the names of development zones begin with.
_PROVINCES_IN_NAMES = ("河北", "山西", "内蒙古", "吉林", "安徽", "河南", "湖南", "西藏")
# Where GeoNames' names are the usual ones, and pinyin is not: Inner Mongolia, Tibet, Qinghai, Xinjiang.
_OWN_SPELLINGS = ("15", "54", "63", "65")


@dataclass
class China:
    """What the steps share: GB/T 2260 code → source id, GeoNames' cities, and how often a name occurs.

    Cities and names are kept by province (source id) and name: a Chinese one with or without the word for
    what the place is, or pinyin in small letters without apostrophes.
    """

    places: Places
    ids: dict[str, str] = field(default_factory=dict)
    cities: dict[tuple[str, str], list[Place]] = field(default_factory=lambda: defaultdict(list))
    taken: set[str] = field(default_factory=set)
    occurrences: Counter[tuple[str, str]] = field(default_factory=Counter)

    def keys(self, name: str) -> list[str]:
        """Return what a division is looked up by: its Chinese name, the name proper, and that in pinyin."""
        stem = split(name)[0]
        return [name, stem, _pinyin_key(romanise(stem))] if len(stem) >= 2 else [name]

    def take_city(self, province: str, name: str) -> Place | None:
        """Return GeoNames' most populous city of a name in a province, and strike it off the list."""
        full, *others = self.keys(name)
        unique = [key for key in others if self.occurrences[province, key] == 1]
        for key in (full, *unique):
            free = [city for city in self.cities[province, key] if city.source_id not in self.taken]
            if free:
                return max(free, key=lambda city: (city.population or 0, city.source_id))
        return None

    def list_cities(self) -> None:
        """Note GeoNames' cities by their Chinese names, and those that have none by their English name."""
        provinces = set(self.ids.values())
        for city in self.places:
            if city.parent in provinces and city.kind == "city":
                for key in city_keys(city):
                    self.cities[city.parent, key].append(city)


def city_keys(city: Place) -> set[str]:
    """Return what a city of GeoNames is found by: Chinese names, or else its English one."""
    chinese = {name.name for name in city.names if name.language == "zh"}
    return chinese | {split(name)[0] for name in chinese} or {_pinyin_key(city.name)}


def _pinyin_key(name: str) -> str:
    """Return "baoan" of "Bao'an", "Baoan Qu" or "Bao'an District"."""
    folded = fold(name)
    for ending in (" district", " county", " city", " qu", " xian", " shi"):
        folded = folded.removesuffix(ending)
    return folded.replace("'", "").replace("-", "").replace(" ", "")


def add_divisions(places: Places, sources: Sources, codes: dict[str, str]) -> dict[str, str]:
    """Add the divisions; ``codes`` is ISO 3166-2's; return GB/T 2260 code → source id."""
    china = China(places)
    for row in sources.division("provinces"):
        _name_province(china, row, codes[f"CN-{row['code']}"])
    prefectures = [row for row in sources.division("cities") if row["name"] not in _GROUPINGS]
    areas = sources.division("areas")
    china.list_cities()
    for row in [*prefectures, *areas]:
        china.occurrences.update((china.ids[row["provinceCode"]], key) for key in china.keys(row["name"]))
    for row in prefectures:
        _add_prefecture(china, row)
    stems = [split(row["name"])[0] for row in prefectures] + list(_PROVINCES_IN_NAMES)
    for row in areas:
        _add_area(china, row, stems)
    _drop_doubles(china, [*prefectures, *areas])
    _settle_towns(china, sources)
    return china.ids


def _name_province(china: China, row: dict[str, str], source_id: str) -> None:
    place = china.places[source_id]
    china.ids[row["code"]] = source_id
    place.add_name("zh", "official", row["name"])
    place.add_name("zh", "short", _short_province(row["name"]))
    if row["name"].endswith("省"):
        place.add_name("en", "official", f"{place.name} Province")


def _short_province(name: str) -> str:
    """Return "广西" of "广西壮族自治区", "江苏" of "江苏省"."""
    for ending in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _add_prefecture(china: China, row: dict[str, str]) -> None:
    province = china.ids[row["provinceCode"]]
    is_city = row["name"].endswith("市")
    place = china.take_city(province, row["name"]) if is_city else None
    if place is None:
        kind = "city" if is_city else "subdivision"
        place = Place(f"gbt2260:{row['code']}", common_name(row["name"]), kind, parent=province)
        china.places.add(place)
    _finish(china, place, row)


def _add_area(china: China, row: dict[str, str], stems: list[str]) -> None:
    """Add a district, county, county-level city or zone to its prefecture, or to its province directly."""
    parent = china.ids.get(row["cityCode"]) or china.ids[row["provinceCode"]]
    if int(row["code"][-2:]) in _ZONE_NUMBERS:
        _add_zone(china, row, parent, stems)
        return
    kind = "city" if row["name"].endswith("市") else "district"
    place = china.take_city(china.ids[row["provinceCode"]], row["name"])
    if place is None:
        place = china.places.add(Place(f"gbt2260:{row['code']}", common_name(row["name"]), kind))
    elif kind == "district" and not row["code"].startswith(_OWN_SPELLINGS):
        place.add_name("en", "alias", place.name)
        place.name = common_name(row["name"])
    place.kind, place.parent = kind, parent
    _finish(china, place, row)


def _finish(china: China, place: Place, row: dict[str, str]) -> None:
    china.ids[row["code"]] = place.source_id
    china.taken.add(place.source_id)
    stem, level = split(row["name"])
    place.add_name("zh", "official", row["name"])
    if len(stem) >= 2:
        place.add_name("zh", "short", stem)
        place.add_name(
            "en", "official", f"{place.name} {level}" if place.kind == "city" else official_name(row["name"])
        )
        place.add_name("en", "alias", romanise(stem))
        place.add_name("en", "alias", place.name.replace("'", ""))
    place.type_name = level


def _add_zone(china: China, row: dict[str, str], parent: str, stems: list[str]) -> None:
    place = Place(f"gbt2260:{row['code']}", zone_name(row["name"], stems), "special_zone", parent=parent)
    place.add_name("zh", "official", row["name"])
    china.places.add(place)
    china.ids[row["code"]] = place.source_id


def _left_over(china: China) -> list[Place]:
    """Return the cities of GeoNames that are no division."""
    provinces = {source_id for code, source_id in china.ids.items() if len(code) == 2}
    cities = [place for place in china.places if place.kind == "city" and place.parent in provinces]
    return [city for city in cities if city.source_id not in china.taken]


def _drop_doubles(china: China, rows: list[dict[str, str]]) -> None:
    """Join cities that GeoNames lists beside another entry for the same division."""
    divisions = {
        (china.ids[row["provinceCode"]], key): china.places[china.ids[row["code"]]]
        for row in rows
        for key in china.keys(row["name"])
        if china.occurrences[china.ids[row["provinceCode"]], key] == 1
    }
    for city in _left_over(china):
        for key in sorted(city_keys(city)):
            if division := divisions.get((city.parent or "", key)):
                division.population = max(division.population or 0, city.population or 0) or None
                china.places.drop(city)
                break


def _settle_towns(china: China, sources: Sources) -> None:
    """Hang the cities left over on the division that has the only town or street of their Chinese name."""
    towns = defaultdict(set)
    for row in sources.division("streets"):
        towns[china.ids[row["provinceCode"]], row["name"]].add(row["areaCode"])
    for place in _left_over(china):
        areas = set()
        for name in {name.name for name in place.names if name.language == "zh"}:
            for ending in ("", "镇", "乡", "街道"):
                areas |= towns.get((place.parent or "", name + ending), set())
        if len(areas) == 1 and (area := china.ids.get(areas.pop())):
            place.parent = china.places.host(china.places[area]).source_id
