"""The language of a text, told by its script and by its commonest words."""

import re
from collections import Counter

_SAMPLE = 20_000
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_TRADITIONAL = set(
    "國發經與對會個這來關於說時區臺灣體為從產業務開東機動務實驗點過們長門見風電資訊網聯際總統"
    "財務據權條應當將優勢創應環護證"
)
_SIMPLIFIED = set(
    "国发经与对会个这来关于说时区台湾体为从产业务开东机动务实验点过们长门见风电资讯网联际总统"
    "财务据权条应当将优势创应环护证"
)
_SCRIPTS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "hi": re.compile("[\u0900-\u097f]"),
}
_UKRAINIAN = re.compile("[іїєґ]")
_COMMON = {
    "en": "the of and to in for on that with is was by as are will has from at its this which",
    "fr": "le la les des du de et en un une pour que dans sur est par au aux avec qui sera",
    "de": "der die das und den von zu mit im für auf ist des ein eine dem nicht wird werden hat",
    "es": "el la los las de del y en un una para que por con se su es al como más",
    "it": "il lo la gli le di del della e in un una per che con è dal nel sono alla",
    "pt": "o a os as de do da dos e em um uma para que com não por no na ao",
    "nl": "de het een van en in op voor met dat is te zijn aan door ook naar bij wordt heeft",
    "sv": "och att det som en på är av för med till den har ett om inte från under ska",
    "da": "og at det som en på er af for med til den har et om ikke fra der blev vil",
    "no": "og at det som en på er av for med til den har et om ikke fra der ble vil",
    "pl": "i w na z do że się o jest od za po dla przez oraz jak ma to nie są",
    "cs": "a v na se je že s o do pro za k z který jako by od po které ve",
    "fi": "ja on että se ei oli ovat kuin mutta myös joka tai hän sen kun voi mukaan vuoden",
    "hu": "a az és hogy nem is egy meg ez van volt csak már de mint azt amely el",
    "ro": "și de în la a care cu pe pentru din nu este o un ca prin mai sau fi",
    "tr": "ve bir bu için ile de da olarak olan daha çok en gibi kadar sonra göre",
    "id": "yang dan di dengan untuk dari pada ini dalam akan tidak oleh sebagai itu",
    "vi": "và của là các có được cho trong với một không này đã những người",
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_language)


def language_of(text: str) -> str:
    """Return the language of a text as a BCP 47 tag; ``en`` where nothing tells."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample)) or 1
    if len(_KANA.findall(sample)) > 0.05 * letters:
        return "ja"
    if len(_HANGUL.findall(sample)) > 0.3 * letters:
        return "ko"
    if len(_HAN.findall(sample)) > 0.25 * letters:
        return _chinese(sample)
    for language, script in _SCRIPTS.items():
        if len(script.findall(sample)) > 0.5 * letters:
            return "uk" if language == "ru" and len(_UKRAINIAN.findall(sample)) > 0.02 * letters else language
    return _by_words(sample)


def _chinese(sample: str) -> str:
    traditional = sum(char in _TRADITIONAL and char not in _SIMPLIFIED for char in sample)
    simplified = sum(char in _SIMPLIFIED and char not in _TRADITIONAL for char in sample)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _by_words(sample: str) -> str:
    counts: Counter[str] = Counter()
    for word in re.findall(r"[^\W\d_]+", sample.lower()):
        languages = _BY_WORD.get(word, ())
        for language in languages:
            counts[language] += 1
    return max(counts, key=lambda language: counts[language]) if counts else "en"
