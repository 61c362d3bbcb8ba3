"""Names of countries in languages that the gazetteer doesn't speak, from the Unicode CLDR (through babel)."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

_SPOKEN = {"en", "zh"}  # the gazetteer's own languages
_ISO = re.compile(r"[A-Z]{2}")
_ARTICLE = re.compile(
    r"^(?:the|la|le|les|l['’]|die|der|das|el|los|las|il|lo|de|het|o|a|os|as)\s+", re.IGNORECASE
)
_SHORT = 4  # names with fewer letters are words of other meanings, unless their script has no words


@cache
def countries_in(language: str) -> Mapping[str, str]:
    """Return the ISO codes of countries by their names in a language; none for English and Chinese."""
    if language in _SPOKEN:
        return {}
    try:
        territories = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    named = {name: code for code, name in territories.items() if _ISO.fullmatch(code)}
    return {form: code for name, code in named.items() for form in (name, _ARTICLE.sub("", name))}


@cache
def pattern_of(language: str) -> re.Pattern[str] | None:
    """Return an expression for the names of countries in a language, None where there are none."""
    names = [name for name in countries_in(language) if len(name) >= _SHORT or not name.isascii()]
    if not names:
        return None
    joined = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(joined if language in ("ja", "ko", "th") else rf"\b(?:{joined})\b")
