"""English names for China's divisions: the pinyin of the name proper, and the usual words for the rest."""

import re

from pypinyin import Style, lazy_pinyin

from regions.gazetteer.build.curated import pairs

_PEOPLES = (
    *(
        "蒙古族",
        "回族",
        "满族",
        "朝鲜族",
        "达斡尔族",
        "鄂温克族",
        "土家族",
        "苗族",
        "瑶族",
        "侗族",
        "壮族",
        "畲族",
    ),
    *(
        "黎族",
        "羌族",
        "彝族",
        "藏族",
        "仡佬族",
        "布依族",
        "水族",
        "傣族",
        "哈尼族",
        "纳西族",
        "拉祜族",
        "佤族",
    ),
    *(
        "布朗族",
        "独龙族",
        "怒族",
        "白族",
        "普米族",
        "傈僳族",
        "裕固族",
        "哈萨克族",
        "东乡族",
        "保安族",
        "撒拉族",
    ),
    *("土族", "景颇族", "毛南族", "仫佬族", "各族", "柯尔克孜", "哈萨克", "锡伯", "蒙古", "塔吉克"),
)
_PEOPLE = re.compile(f"(?:{'|'.join(_PEOPLES)})+$")
# Longest first: what follows the name proper, and its English.
_LEVELS = {
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "地区": "Prefecture",
    "林区": "Forestry District",
    "矿区": "Mining District",
    "特区": "Special District",
    "新区": "New Area",
    "盟": "League",
    "省": "Province",
    "市": "City",
    "区": "District",
    "县": "County",
    "旗": "Banner",
}
_ZONES = {
    "高新技术产业开发区": "High-tech Industrial Development Zone",
    "高新技术产业园区": "High-tech Industrial Park",
    "高技术产业开发区": "High-tech Industrial Development Zone",
    "高新技术开发区": "High-tech Development Zone",
    "汽车经济技术开发区": "Automotive Economic and Technological Development Zone",
    "滨海经济技术开发区": "Binhai Economic and Technological Development Zone",
    "临港经济技术开发区": "Lingang Economic and Technological Development Zone",
    "经济技术开发区": "Economic and Technological Development Zone",
    "海港经济开发区": "Seaport Economic Development Zone",
    "港经济开发区": "Port Economic Development Zone",
    "经济开发区": "Economic Development Zone",
    "临港开发区": "Lingang Development Zone",
    "城乡一体化示范区": "Urban-Rural Integration Demonstration Zone",
    "转型综合改革示范区": "Transition and Comprehensive Reform Demonstration Zone",
    "航空港经济综合实验区": "Airport Economy Zone",
    "综合物流产业聚集区": "Logistics Cluster",
    "循环化工园区": "Circular Chemical Industry Park",
    "现代产业园区": "Modern Industrial Park",
    "藏青工业园区": "Tibet-Qinghai Industrial Park",
    "工业园区": "Industrial Park",
    "示范区": "Demonstration Zone",
    "管理区": "Management Area",
    "新区": "New Area",
    "新城": "New Town",
}
# Names that are no pinyin (Lhasa, Ordos), and those where pypinyin reads a character in its usual way only.
_READINGS = pairs("chinese_readings")


def split(name: str) -> tuple[str, str]:
    """Return the name proper and the English word for what it is: "西城区" gives ("西城", "District")."""
    for ending, level in _LEVELS.items():
        stem = name.removesuffix(ending)
        if stem != name and stem:
            proper = _PEOPLE.sub("", stem)
            return (proper if len(proper) >= 2 else stem.removesuffix("族")), level
    return name, ""


def romanise(stem: str) -> str:
    """Return a name in pinyin without tones, as one word ("西安" gives "Xi'an")."""
    if stem in _READINGS:
        return _READINGS[stem]
    word = ""
    for syllable in lazy_pinyin(stem, style=Style.NORMAL, v_to_u=True):
        word += "'" + syllable if word and syllable[0] in "aeo" else syllable
    return word[:1].upper() + word[1:]


def common_name(name: str) -> str:
    """Return the common English name: "西城区" gives "Xicheng", "和县" "He County", "城区" "Chengqu"."""
    stem, level = split(name)
    if len(stem) > 1:
        return romanise(stem)
    return f"{romanise(stem)} County" if level == "County" else romanise(name)


def official_name(name: str) -> str:
    """Return the name with the word for what it is: "西城区" gives "Xicheng District"."""
    stem, level = split(name)
    return f"{romanise(stem)} {level}".strip()


def zone_name(name: str, stems: list[str]) -> str:
    """Return a development zone's English name; ``stems`` are names of places to set apart as words."""
    for ending, english in _ZONES.items():
        if name.removesuffix("管委会").endswith(ending):
            place = name.removesuffix("管委会").removesuffix(ending)
            return f"{_words(place, stems)} {english}".strip()
    return _words(name, stems)


def _words(name: str, stems: list[str]) -> str:
    pattern = re.compile("(" + "|".join(sorted(map(re.escape, stems), key=len, reverse=True)) + ")市?")
    parts = [part for part in pattern.split(name) if part]
    return " ".join(romanise(part) for part in parts)
