"""How items bear on others, and they on them, beside being steps of one policy."""

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.choices import RelationKind
from articles.models import Article, ItemRelation
from articles.places import Place, places_of

INVERSE: dict[str, str | Promise] = {
    RelationKind.AMENDS: _("is amended by"),
    RelationKind.REPLACES: _("is replaced by"),
    RelationKind.IMPLEMENTS: _("is implemented by"),
    RelationKind.MODELLED_ON: _("is the model for"),
}


class Tie(NamedTuple):
    """A relation as read from one of its ends, in words: "amends"; and the item at the other end."""

    kind: str
    pk: int
    title: str
    article_title: str
    article_language: str

    @property
    def url(self) -> str:
        """The permalink of the other item."""
        return reverse("item", kwargs={"pk": self.pk})


def ties_of(item_ids: Collection[int], *, article: Article | None = None) -> dict[int, tuple[Tie, ...]]:
    """Return the ties of each item to public ones by its id, in two queries.

    What an item does to others comes first, then what others do to it. The items of ``article`` count as
    public.
    """
    outgoing: dict[int, list[Tie]] = defaultdict(list)
    incoming: dict[int, list[Tie]] = defaultdict(list)
    for kind, *ends in ItemRelation.objects.of(item_ids, article=article):
        origin, target = Tie(str(INVERSE[kind]), *ends[:4]), Tie(str(RelationKind(kind).label), *ends[4:])
        outgoing[origin.pk].append(target)
        incoming[target.pk].append(origin)
    found = [tie for ties in (*outgoing.values(), *incoming.values()) for tie in ties]
    places = places_of({tie.pk for tie in found if not tie.title})
    return {pk: tuple(_titled(tie, places) for tie in outgoing[pk] + incoming[pk]) for pk in item_ids}


def _titled(tie: Tie, places: dict[int, list[Place]]) -> Tie:
    """Return the tie with the title that pages print: the heading, else the first place."""
    if tie.title:
        return tie
    named = places.get(tie.pk)
    return tie._replace(title=named[0].name if named else f"Item {tie.pk}")
