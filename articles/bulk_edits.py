"""One change to many items: what happened, topics, regions; each item's closure and timeline kept right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.models import PolicyItem
from regions.models import Region


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What is set on every item. ``action`` is None where it stays, empty where it is not known.

    ``topics_added`` and ``topics_removed`` are names, whatever their case. ``regions`` come after those that
    an item has, or take their place.
    """

    action: str | None = None
    topics_added: Sequence[str] = ()
    topics_removed: Sequence[str] = ()
    regions: Sequence[Region] = ()
    replaces_regions: bool = False

    def apply(self, item: PolicyItem) -> bool:
        """Change and save the item; return whether anything was other before."""
        changed = [self._set_action(item), self._set_topics(item), self._set_regions(item)]
        if any(changed):
            item.save()
        return any(changed)

    def _set_action(self, item: PolicyItem) -> bool:
        if self.action is None or item.action == self.action:
            return False
        item.action = self.action
        return True

    def _set_topics(self, item: PolicyItem) -> bool:
        removed = {name.casefold() for name in self.topics_removed}
        rows = list(item.item_topics.select_related("tag"))
        carried = {row.tag.name.casefold() for row in rows}
        gone = [row.pk for row in rows if row.tag.name.casefold() in removed]
        new = [name for name in self.topics_added if name.casefold() not in carried]
        item.item_topics.filter(pk__in=gone).delete()
        item.tags.add(*new)
        return bool(gone or new)

    def _set_regions(self, item: PolicyItem) -> bool:
        if not self.regions:
            return False
        before = item.filed_regions
        after = list(dict.fromkeys([*([] if self.replaces_regions else before), *self.regions]))
        if before == after:
            return False
        item.set_regions(after)
        return True


def edit_items(items: Iterable[PolicyItem], edit: BulkEdit) -> list[PolicyItem]:
    """Change the items and return those that were other before. Call it inside a transaction."""
    return [item for item in items if edit.apply(item)]
