"""The facts of a policy item as pages tell them: in plain words, each term with its meaning at hand."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles.choices import PolicyStatus
from articles.dates import time_element
from articles.meanings import GROUP_OF_STATUS, VOCABULARIES
from articles.models import PolicyItem
from articles.passages import passage


class Fact(NamedTuple):
    """A fact with the name that readers see over it."""

    name: str | Promise
    value: SafeString | str


def term_element(vocabulary: str, value: str) -> SafeString:
    """Return a term of a vocabulary whose meaning opens in place."""
    return _term_element(vocabulary, value, get_language())


@cache  # there are some eighty terms, and a digest shows dozens of them
def _term_element(vocabulary: str, value: str, _language: str | None) -> SafeString:
    known = VOCABULARIES[vocabulary]
    return format_html(
        '<details class="term {}"><summary>{}</summary><p>{} <a href="{}#{}-{}">{}</a></p></details>',
        f"status {GROUP_OF_STATUS[value]}" if vocabulary == "status" else "",
        known.labels[value],
        known.meanings[value].sentence,
        reverse("terms"),
        vocabulary,
        value,
        gettext("All terms"),
    )


def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its currency: "CNY 5,091,000,000"; cents only where there are some."""
    whole = amount == amount.to_integral_value()
    return f"{currency} {amount:,.{0 if whole else 2}f}"


def facts_of(item: PolicyItem, status: str, *, whole: bool = False) -> list[Fact]:
    """Return what is known of an item, in the order in which it is told.

    ``status`` is that of its policy. ``whole`` adds what only the item's own page has the room for.
    """
    known_status = "" if status == PolicyStatus.UNKNOWN else status
    facts = [
        *_terms((_("Status"), "status", known_status), (_("This step"), "action", item.action)),
        *_terms((_("Instrument"), "instrument", item.instrument)),
    ]
    if item.issuer:
        facts.append(Fact(_("Issuer"), format_html("<bdi>{}</bdi>", passage(item.issuer))))
    if whole:
        facts += _terms((_("Branch"), "branch", item.branch))
    if item.announced_on:
        facts.append(Fact(_("Announced"), time_element(item.announced_on, item.announced_precision)))
    if item.in_force_on:
        facts.append(Fact(_("In force"), time_element(item.in_force_on, item.in_force_precision)))
    if item.amount is not None:
        facts.append(Fact(_("New money"), money(item.amount, item.currency)))
    return facts + _terms((_("Affected"), "affected", item.affected if whole else ""))


def _terms(*known: tuple[str | Promise, str, str]) -> list[Fact]:
    return [Fact(name, term_element(vocabulary, value)) for name, vocabulary, value in known if value]


_FIELDS = {
    "action": _("what happened"),
    "instrument": _("instrument"),
    "issuer": _("issuer"),
    "branch": _("branch of government"),
    "announced_on": _("date of announcement"),
    "in_force_on": _("date in force"),
    "amount": _("money"),
    "affected": _("who is affected"),
    "source_url": _("source"),
}


def not_known(item: PolicyItem) -> list[str]:
    """Return the names of the facts that are not known of an item."""
    return [str(name) for field, name in _FIELDS.items() if getattr(item, field) in ("", None)]
