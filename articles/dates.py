"""Dates as exactly as they are known: "8 April 2020", "April 2020", "second quarter of 2020", "2020"."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext
from django.utils.translation import gettext_lazy as _

from articles.choices import DatePrecision

_QUARTERS = (_("first"), _("second"), _("third"), _("fourth"))


def spelled(day: date, precision: str = DatePrecision.DAY) -> str:
    """Return the date in words; ``day`` is the first day of the span that ``precision`` names."""
    if precision == DatePrecision.YEAR:
        return pgettext("a year as a date", "%(year)s") % {"year": f"{day.year:04d}"}
    if precision == DatePrecision.QUARTER:
        named = {"quarter": _QUARTERS[(day.month - 1) // 3], "year": f"{day.year:04d}"}
        return gettext("%(quarter)s quarter of %(year)s") % named
    if precision == DatePrecision.MONTH:
        return date_format(day, "YEAR_MONTH_FORMAT")
    return date_format(day, "DATE_FORMAT")


def machine_readable(day: date, precision: str = DatePrecision.DAY) -> str:
    """Return what ``<time datetime>`` holds.

    HTML knows no quarters (https://html.spec.whatwg.org/#the-time-element), so that of a quarter is its year.
    """
    if precision in (DatePrecision.YEAR, DatePrecision.QUARTER):
        return f"{day.year:04d}"
    return day.isoformat()[:7] if precision == DatePrecision.MONTH else day.isoformat()


def time_element(day: date, precision: str = DatePrecision.DAY) -> SafeString:
    """Return the date in words inside a ``<time>`` element."""
    return _time_element(day, precision, get_language())


@lru_cache(maxsize=4096)  # a page tells dozens of dates, the same ones again and again
def _time_element(day: date, precision: str, _language: str | None) -> SafeString:
    return format_html(
        '<time datetime="{}">{}</time>', machine_readable(day, precision), spelled(day, precision)
    )
