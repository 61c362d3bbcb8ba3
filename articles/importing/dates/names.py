"""Names of months and quarters, and the words that stand before them, by language."""

import re
from collections.abc import Iterable
from functools import cache

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września"
    " października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
    " lokakuuta marraskuuta joulukuuta",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
}
_MORE = {
    "en": "jan feb mar apr - jun jul aug sep oct nov dec|- - - - - - - - sept - - -",
    "fr": "janv févr - avr - - juil - sept oct nov déc|- fevrier - - - - - aout - - - decembre",
    "de": "jan feb mrz apr - jun jul aug sept okt nov dez|jänner - maerz - - - - - sep - - -",
    "es": "- - - - - - - - setiembre - - -",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
    "|январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
}
# What stands before a month, or a year, that is told alone.
IN = {
    "en": "in|since|by|until|during|from|of|late|early|mid",
    "fr": "en|depuis|d'ici|fin|début|courant",
    "de": "im|seit|ab|bis|anfang|ende|mitte",
    "es": "en|desde|hasta",
    "it": "nel|in|a|ad|dal|entro",
    "pt": "em|desde|até",
    "nl": "in|sinds|vanaf",
    "pl": "w|we|od|do",
    "ru": "в|с|до",
    "sv": "i|sedan|från",
    "da": "i|siden|fra",
}
_ORDINARY_WORDS = {"may", "march", "mar", "jan", "sept"}  # months only with a capital, in English


@cache
def months_of(language: str) -> dict[str, int]:
    """Return the months' names by what they count; English ones too, as any language quotes them."""
    found: dict[str, int] = {}
    for code in ("en", language):
        for row in (MONTHS.get(code, ""), *_MORE.get(code, "").split("|")):
            found |= {name: place for place, name in enumerate(row.split(), start=1) if name != "-"}
    return found


def month_pattern(names: Iterable[str]) -> str:
    """Return an expression for any of the names, the longest first; some only with a capital."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(
        f"(?-i:{re.escape(name.capitalize())})" if name in _ORDINARY_WORDS else re.escape(name)
        for name in ordered
    )


_ALL_MONTHS = {name for row in MONTHS.values() for name in row.split()} | {"sept"}
MONTH_START = re.compile(rf"(?:{month_pattern(_ALL_MONTHS)})\b", re.IGNORECASE)
