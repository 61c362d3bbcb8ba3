"""Dates as exactly as they are known: "8 April 2020", "April 2020", "second quarter of 2020", "2020"."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.choices import DatePrecision

_QUARTERS = ("first", "second", "third", "fourth")


def spelled(day: date, precision: str = DatePrecision.DAY) -> str:
    """Return the date in words; ``day`` is the first day of the span that ``precision`` names."""
    if precision == DatePrecision.YEAR:
        return f"{day.year:04d}"
    if precision == DatePrecision.QUARTER:
        return f"{_QUARTERS[(day.month - 1) // 3]} quarter of {day.year:04d}"
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


@lru_cache(maxsize=4096)  # a page tells dozens of dates, the same ones again and again
def time_element(day: date, precision: str = DatePrecision.DAY) -> SafeString:
    """Return the date in words inside a ``<time>`` element."""
    return format_html(
        '<time datetime="{}">{}</time>', machine_readable(day, precision), spelled(day, precision)
    )
