"""The regions of the items of a draft that is reviewed: autocompletes, and what was chosen in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import admin
from django.http import QueryDict
from django.utils.safestring import SafeString

from articles.forms.shared_choices import SharedSelectMultiple, rows_of
from articles.importing.digest import ParsedItem
from articles.importing.places import Place
from articles.models import PolicyItem
from regions.models import Region

_MOST = 50  # regions of an item


class SleepingSelect(SharedSelectMultiple):
    """An autocomplete that a script wakes when it comes near what is in sight: two hundred cost seconds."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Leave the class away by which Django's own script would start it at once."""
        attrs: dict[str, Any] = super().build_attrs(*args, **kwargs)
        return {**attrs, "class": str(attrs["class"]).replace("admin-autocomplete", "asleep")}


class ItemRegions:
    """The regions of all items of a draft, by the piece that each begins with; two queries for all.

    A form says for each item which regions were found for it (``regions-N-was``) and which are chosen now.
    """

    def __init__(self, items: Sequence[ParsedItem], post: QueryDict) -> None:
        queryset = Region.objects.with_parents()
        paths = {place.path for item in items for place in item.regions}
        known = {region.path: region for region in queryset.filter(path__in=paths)} if paths else {}
        self._found = {
            item.pieces[0]: [known[place.path].pk for place in item.regions if place.path in known]
            for item in items
        }
        sent = {first: post.getlist(_name(first))[:_MOST] for first in self._found}
        rows = {str(region.pk): region for region in known.values()}
        wanted = {key for keys in sent.values() for key in keys} - rows.keys()
        self._rows: dict[str, Region] = rows | rows_of(queryset, wanted)
        self._chosen = dict(self._changed(sent, post))
        self._widget = SleepingSelect(PolicyItem._meta.get_field("regions"), admin.site)
        self._widget.rows = self._rows

    def _changed(self, sent: Mapping[int, list[str]], post: QueryDict) -> Iterable[tuple[int, list[str]]]:
        """Yield the items whose regions are not those that the form found for them when it was drawn."""
        for first, keys in sent.items():
            was = post.get(f"{_name(first)}-was")
            if was is not None and ",".join(keys) != was:
                yield first, [key for key in dict.fromkeys(keys) if key in self._rows]

    @property
    def chosen(self) -> dict[int, list[Place]]:
        """The regions that were chosen, of the items where they are not those that were found."""
        return {first: [_place(self._rows[key]) for key in keys] for first, keys in self._chosen.items()}

    @property
    def media(self) -> Any:
        """What autocompletes need."""
        return self._widget.media

    def field(self, first: int) -> dict[str, Any]:
        """Return the autocomplete of the item that begins with a piece, as the page shows it."""
        found = [str(pk) for pk in self._found.get(first, [])]
        keys = self._chosen.get(first, found)
        name = _name(first)
        box: SafeString = self._widget.render(name, keys, {"id": f"id_{name}"})
        return {
            "name": name,
            "box": box,
            "was": ",".join(found),
            "names": [str(self._rows[key]) for key in keys if key in self._rows],
        }


def _name(first: int) -> str:
    return f"regions-{first}"


def _place(region: Region) -> Place:
    return Place(0, 0, region.path, region.code, region.name, region.kind)
