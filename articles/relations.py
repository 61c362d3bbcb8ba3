"""How an item bears on others, and they on it, beside being steps of one policy."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.choices import RelationKind
from articles.models import PolicyItem

INVERSE: dict[str, str | Promise] = {
    RelationKind.AMENDS: _("is amended by"),
    RelationKind.REPLACES: _("is replaced by"),
    RelationKind.IMPLEMENTS: _("is implemented by"),
    RelationKind.MODELLED_ON: _("is the model for"),
}


class Tie(NamedTuple):
    """A relation as read from one of its ends: "amends", the other item."""

    kind: str | Promise
    other: PolicyItem


def relations_of(item: PolicyItem) -> list[Tie]:
    """Return the ties of an item to public items: what it does to others first, then what others do to it."""
    outgoing = list(item.relations.values_list("kind", "to_item").order_by("kind", "to_item"))
    incoming = list(item.relations_in.values_list("kind", "from_item").order_by("kind", "from_item"))
    ids = {pk for _, pk in outgoing + incoming}
    others = PolicyItem.objects.published().with_articles().with_regions().in_bulk(ids)
    ties = [Tie(str(RelationKind(kind).label), others[pk]) for kind, pk in outgoing if pk in others]
    return ties + [Tie(INVERSE[kind], others[pk]) for kind, pk in incoming if pk in others]
