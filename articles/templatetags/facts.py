"""Tags and filters for the facts of policy items: dates, money, terms with their meanings."""

from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from django import template
from django.conf.locale import LANG_INFO
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.choices import DatePrecision, PolicyStatus
from articles.dates import time_element
from articles.meanings import GROUP_OF_STATUS, VOCABULARIES
from articles.models import PolicyItem
from regions.choices import RegionKind

register = template.Library()

_LANGUAGES = {"zh": "Chinese"}  # LANG_INFO has only its scripts


@register.filter
def known_date(day: date, precision: str = DatePrecision.DAY) -> SafeString:
    """Return a date as exactly as it is known, in a ``<time>`` element."""
    return time_element(day, precision)


@register.filter
def local_day(moment: datetime) -> SafeString:
    """Return the day of a moment in the site's time zone, in a ``<time>`` element."""
    return time_element(timezone.localdate(moment))


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


@register.filter
def site_of(address: str) -> str:
    """Return the host of an address, without ``www.``: what a reader calls the site."""
    return urlsplit(address).netloc.removeprefix("www.")


_PLURALS: dict[str, str] = {
    RegionKind.CONTINENT: "Continents",
    RegionKind.BLOC: "Blocs",
    RegionKind.COUNTRY: "Countries",
    RegionKind.SUBDIVISION: "States, provinces and other subdivisions",
    RegionKind.CITY: "Cities",
    RegionKind.DISTRICT: "Districts",
    RegionKind.SPECIAL_ZONE: "Special zones",
}


@register.filter
def plural_kind(kind: str) -> str:
    """Return the heading over regions of a kind."""
    return _PLURALS[kind]


_FACTS = {
    "action": "what happened",
    "instrument": "instrument",
    "issuer": "issuer",
    "branch": "branch of government",
    "announced_on": "date of announcement",
    "in_force_on": "date in force",
    "amount": "money",
    "affected": "who is affected",
    "source_url": "source",
}


@register.filter
def not_known(item: PolicyItem) -> list[str]:
    """Return the names of the facts that are not known of an item."""
    return [name for field, name in _FACTS.items() if getattr(item, field) in ("", None)]
