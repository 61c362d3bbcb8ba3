"""Tags and filters for the facts of policy items: dates, money, terms with their meanings."""

from datetime import date
from decimal import Decimal

from django import template
from django.conf.locale import LANG_INFO
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.choices import DatePrecision, PolicyStatus
from articles.dates import time_element
from articles.meanings import GROUP_OF_STATUS, VOCABULARIES

register = template.Library()

_LANGUAGES = {"zh": "Chinese"}  # LANG_INFO has only its scripts


@register.filter
def known_date(day: date, precision: str = DatePrecision.DAY) -> SafeString:
    """Return a date as exactly as it is known, in a ``<time>`` element."""
    return time_element(day, precision)


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its currency: "CNY 5,091,000,000"; cents only where there are some."""
    whole = amount == amount.to_integral_value()
    return f"{currency} {amount:,.{0 if whole else 2}f}"


@register.filter
def language_name(tag: str) -> str:
    """Return the English name of a language, or its tag where we know none."""
    primary = tag.split("-")[0]
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get(primary)
    return str(known["name"]) if known and "name" in known else _LANGUAGES.get(primary, tag)


@register.filter
def status_group(status: str) -> str:
    """Return the group in which readers see a policy status; it gives the status its colour."""
    return GROUP_OF_STATUS[status].value


@register.simple_tag
def term(vocabulary: str, value: str) -> SafeString:
    """Return a term of a vocabulary whose meaning opens in place."""
    known = VOCABULARIES[vocabulary]
    return format_html(
        '<details class="term {}"><summary>{}</summary><p>{} <a href="{}#{}-{}">All terms</a></p></details>',
        _style(vocabulary, value),
        known.labels[value],
        known.meanings[value].sentence,
        reverse("terms"),
        vocabulary,
        value,
    )


def _style(vocabulary: str, value: str) -> str:
    return f"status {GROUP_OF_STATUS[value]}" if vocabulary == "status" else ""


@register.filter
def is_known(status: str) -> bool:
    """Whether it is known where a policy stands."""
    return status != PolicyStatus.UNKNOWN
