"""The line that stands for an item while its fields are folded away: number, title, first words, date."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms

from articles.dates import spelled
from articles.excerpts import excerpt, plain_text
from articles.numbering import numbers, printed

UNTITLED = "New item"
KNOWABLE = (
    *("instrument", "action", "issuer", "branch", "announced_on", "in_force_on", "amount"),
    *("source_url", "archived_url", "affected", "continues"),
)
_READ = 600  # characters of a body that are looked at for its first words
_SHOWN = 70  # characters of the first words


class _Told(NamedTuple):
    """What a form tells of its item: as typed where it was sent, else as stored."""

    facts: dict[str, Any]

    @property
    def numbered(self) -> bool:
        return bool(self.facts.get("numbered"))

    @property
    def restarts_numbering(self) -> bool:
        return bool(self.facts.get("restarts_numbering"))

    @property
    def skip_before(self) -> int:
        return self.facts.get("skip_before") or 0

    @property
    def section(self) -> str:
        return self.facts.get("section") or ""

    @property
    def title(self) -> str:
        region = next(iter(self.facts["regions"]), None)
        return self.facts.get("heading") or (region.name if region else UNTITLED)

    @property
    def words(self) -> str:
        return excerpt(plain_text((self.facts.get("body") or "")[:_READ]), _SHOWN)

    @property
    def date(self) -> str:
        day = self.facts.get("announced_on")
        return spelled(day, self.facts.get("announced_precision") or "day") if day else ""

    @property
    def known(self) -> str:
        count = sum(self.facts.get(name) not in (None, "") for name in KNOWABLE)
        return f"{count} known" if count else ""


class ItemLine(NamedTuple):
    """The parts of a line, and how much is known besides; each may be empty but for the title."""

    section: str
    number: str
    title: str
    words: str
    date: str
    known: str


def lines_of(items: Iterable[forms.ModelForm[Any]]) -> Iterator[ItemLine]:
    """Yield the line of each form's item; the forms come in the order of the digest."""
    told = [_told(form) for form in items]
    counted = numbers(item for item in told if not item.facts.get("DELETE"))
    for item in told:
        number = None if item.facts.get("DELETE") else next(counted)
        yield ItemLine(item.section, printed(number), item.title, item.words, item.date, item.known)


def _told(form: forms.ModelForm[Any]) -> _Told:
    if form.is_bound:
        sent = {"regions": form.cleaned_data.get("filed_under") or [], **form.cleaned_data}
        return _Told(sent)
    item = form.instance
    regions = item.filed_regions if item.pk else []
    return _Told({**vars(item), "regions": regions, "continues": item.continues_id})
