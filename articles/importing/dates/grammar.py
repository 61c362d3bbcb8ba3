"""The forms of dates, as regular expressions with the names ``year``, ``month``, ``day``, ``quarter``, …

Each form is looked for by itself; where two overlap, the longer one, then the earlier form, is right.
"""

import re
from functools import cache
from typing import NamedTuple

from articles.importing.dates.names import IN, month_pattern, months_of
from articles.importing.numerals import HAN

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NOT_IN_NUMBER = r"(?<![\d.,/-])"
_END = r"(?![\d/]|[.,-]\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|eme|\.|º|°|-go|:a|:e)?"
_OF = r"(?:of|de|del|di|d'|da)"
_HAN_YEAR = r"(?P<year>(?:19|20)\d\d|[二一][〇零○九][〇零○一二三四五六七八九]{2})"
_HAN_NUMBER = rf"\d{{1,2}}|{HAN}"
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "premier": 1, "deuxième": 2, "troisième": 3,
    "quatrième": 4, "erstes": 1, "ersten": 1, "zweites": 2, "zweiten": 2, "drittes": 3, "dritten": 3,
    "viertes": 4, "vierten": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "primeiro": 1,
    "terceiro": 3, "quarto": 4, "primo": 1, "secondo": 2, "terzo": 3,
}  # fmt: skip


class Form(NamedTuple):
    """An expression, and what a match of it tells: ``date``, ``quarter`` or a word of relative time."""

    pattern: re.Pattern[str]
    kind: str = "date"


def quarter_of(word: str) -> int | None:
    """Return which quarter a word or a numeral names."""
    return (
        _QUARTERS.get(word.lower())
        or {"一": 1, "二": 2, "三": 3, "四": 4}.get(word)
        or (int(word) if word in "1234" else None)
    )


def _form(pattern: str, kind: str = "date") -> Form:
    return Form(re.compile(pattern, re.IGNORECASE), kind)


_NUMERIC = (
    _form(rf"{_NOT_IN_NUMBER}{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"),
    _form(rf"{_NOT_IN_NUMBER}(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}(?!\d)"),
    _form(rf"{_NOT_IN_NUMBER}(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-]{_YEAR}(?!\d)", "slashed"),
    _form(rf"{_NOT_IN_NUMBER}{_YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])"),
)
_EASTERN = (
    _form(
        rf"(?:{_HAN_YEAR}\s?[年년]\s?)?(?<![\d.])(?P<month>{_HAN_NUMBER})\s?[月월]\s?"
        rf"(?P<day>{_HAN_NUMBER})\s?[日号號일]"
    ),
    _form(rf"{_HAN_YEAR}\s?[年년]\s?(?P<month>{_HAN_NUMBER})\s?[月월]"),
    _form(rf"{_HAN_YEAR}\s?[年년]\s?第?(?P<quarter>[1-4一二三四])(?:季度|四半期|분기)", "quarter"),
    _form(rf"{_HAN_YEAR}\s?[年년](?!\s?(?:{_HAN_NUMBER})\s?月)"),
    _form(r"(?:今年)?第?(?P<quarter>[一二三四])季度", "quarter"),
    _form("昨[日天]", "day -1"),
    _form("今[日天]", "day 0"),
    _form("上个?[周週星]期?|先週", "week -1"),
    _form("本[周週]|这一?周|今週", "week 0"),
    _form("上个?月|先月", "month -1"),
    _form("本月|今月", "month 0"),
    _form("去年|昨年", "year -1"),
)
_RELATIVE = {
    "en": {"day -1": "yesterday", "day 0": "today", "week -1": "last week", "week 0": "this week",
           "month -1": "last month", "month 0": "this month", "year -1": "last year"},
    "fr": {"day -1": "hier", "week -1": "(?:la )?semaine dernière", "week 0": "cette semaine",
           "month -1": "(?:le )?mois dernier", "month 0": "ce mois-ci",
           "year -1": "l['’]an(?:née)? derni[eè]re?"},
    "de": {"day -1": "gestern", "week -1": "(?:in der )?(?:letzten?|vergangenen?|vorigen?) woche",
           "week 0": "diese[rn]? woche", "month -1": "(?:im )?(?:letzten|vergangenen) monat",
           "month 0": "diesen monat", "year -1": "(?:im )?(?:letzten|vergangenen) jahr"},
    "es": {"day -1": "ayer", "week -1": "la semana pasada", "week 0": "esta semana",
           "month -1": "el mes pasado", "month 0": "este mes", "year -1": "el año pasado"},
    "it": {"day -1": "ieri", "week -1": "la (?:scorsa settimana|settimana scorsa)",
           "week 0": "questa settimana",
           "month -1": "(?:il|lo) (?:mese scorso|scorso mese)"},
    "pt": {"day -1": "ontem", "week -1": "(?:na )?semana passada", "week 0": "esta semana",
           "month -1": "(?:no )?mês passado"},
    "nl": {"day -1": "gisteren", "week -1": "vorige week", "week 0": "deze week", "month -1": "vorige maand"},
    "ru": {"week -1": "на прошлой неделе", "month -1": "в прошлом месяце"},
    "pl": {"week -1": "w zeszłym tygodniu", "month -1": "w zeszłym miesiącu"},
}  # fmt: skip


@cache
def forms_of(language: str) -> tuple[Form, ...]:
    """Return the forms of a language (``en``, ``zh``, …), with those that every language uses."""
    month = rf"(?P<month>{month_pattern(months_of(language))})\b\.?"
    before = "|".join(dict.fromkeys([IN.get(language, "in"), IN["en"]]))
    number = r"(?P<day>0?[1-9]|[12]\d|3[01])"
    quarter = "|".join(_QUARTERS)
    return (
        *_NUMERIC,
        *_EASTERN,
        _form(rf"\b{month}\s?{number}(?:st|nd|rd|th)?{_END}(?:,?\s{{0,2}}{_YEAR}(?!\d))?"),
        _form(
            rf"{_NOT_IN_NUMBER}\b{number}{_ORDINAL}\s?(?:{_OF}\s)?{month}(?:,?\s(?:{_OF}\s)?{_YEAR}(?!\d))?"
        ),
        _form(rf"\b{month},?\s(?:{_OF}\s)?{_YEAR}(?!\d)"),
        _form(rf"\b(?:{before})[\s-]{month}(?!\s?\d)"),
        _form(rf"\b(?:q|t)(?P<quarter>[1-4])[\s/-]{{1,2}}{_YEAR}(?!\d)", "quarter"),
        _form(rf"{_NOT_IN_NUMBER}{_YEAR}[\s-]?q(?P<quarter>[1-4])\b", "quarter"),
        _form(
            rf"\b(?P<quarter>[1-4]|{quarter}){_ORDINAL}\s(?:quarter|trimest(?:re|er|ral|ralna)|quartal|trimestre)"
            rf"(?:\s(?:{_OF}\s)?{_YEAR}(?!\d))?",
            "quarter",
        ),
        _form(rf"\b(?:{before})(?:\s(?:the year|jahre?|année|année|anno|año|roku|jaar))?\s{_YEAR}{_END}"),
        *(
            _form(rf"\b(?:{pattern})\b", kind)
            for code in dict.fromkeys([language, "en"])
            for kind, pattern in _RELATIVE.get(code, {}).items()
        ),
    )
