"""Tags and filters for facts: dates, terms with their meanings, statuses, languages."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django import template
from django.conf.locale import LANG_INFO
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.choices import DatePrecision, PolicyStatus
from articles.dates import time_element
from articles.facts import term_element
from articles.meanings import GROUP_OF_STATUS
from regions.choices import RegionKind

register = template.Library()

register.simple_tag(term_element, name="term")

_LANGUAGES = {"zh": _("Chinese")}  # LANG_INFO has only its scripts
_PLURALS: dict[str, str | Promise] = {
    RegionKind.CONTINENT: _("Continents"),
    RegionKind.BLOC: _("Blocs"),
    RegionKind.COUNTRY: _("Countries"),
    RegionKind.SUBDIVISION: _("States, provinces and other subdivisions"),
    RegionKind.CITY: _("Cities"),
    RegionKind.DISTRICT: _("Districts"),
    RegionKind.SPECIAL_ZONE: _("Special zones"),
}


@register.filter
def known_date(day: date, precision: str = DatePrecision.DAY) -> SafeString:
    """Return a date as exactly as it is known, in a ``<time>`` element."""
    return time_element(day, precision)


@register.filter
def local_day(moment: datetime) -> SafeString:
    """Return the day of a moment in the site's time zone, in a ``<time>`` element."""
    return time_element(timezone.localdate(moment))


@register.filter
def language_name(tag: str) -> str:
    """Return the name of a language in that of the interface, or its tag where we know none."""
    primary = tag.split("-")[0]
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get(primary)
    return gettext(str(known["name"])) if known and "name" in known else str(_LANGUAGES.get(primary, tag))


@register.filter
def status_group(status: str) -> str:
    """Return the group in which readers see a policy status; it gives the status its colour."""
    return GROUP_OF_STATUS[status].value


@register.filter
def is_known(status: str) -> bool:
    """Whether it is known where a policy stands."""
    return status != PolicyStatus.UNKNOWN


@register.filter
def plural_kind(kind: str) -> str | Promise:
    """Return the heading over regions of a kind."""
    return _PLURALS[kind]


@register.filter
def site_of(address: str) -> str:
    """Return the host of an address, without ``www.``: what a reader calls the site."""
    return urlsplit(address).netloc.removeprefix("www.")
