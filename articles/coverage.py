"""What a digest covers, for lists of articles: how many items it has, and where they lead."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.models import Article, PolicyItem

SHOWN_PLACES = 8


@dataclass
class Coverage:
    """How many items an article has, and the names of the regions that they are filed under."""

    items: int = 0
    places: dict[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Path and name of the first few regions."""
        return list(self.places.items())[:SHOWN_PLACES]

    @property
    def more(self) -> int:
        """How many regions are not among the shown."""
        return max(0, len(self.places) - SHOWN_PLACES)


def coverage_of(articles: Sequence[Article]) -> dict[int, Coverage]:
    """Return the coverage of each article by its id, in one query."""
    coverage = {article.pk: Coverage() for article in articles}
    items = set()
    for article_id, item_id, path, name in PolicyItem.objects.filed_under(list(coverage)):
        found = coverage[article_id]
        found.items += item_id not in items
        items.add(item_id)
        if path is not None:
            found.places[path] = name
    return coverage
