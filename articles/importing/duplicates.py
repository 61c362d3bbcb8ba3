"""Items that the site has already: of the same source, or told nearly alike in the same region."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.excerpts import plain_text
from articles.importing.characters import has_cjk, words
from articles.importing.digest import Digest, ParsedItem
from articles.importing.pieces import Problem
from articles.models import ItemRegion, PolicyItem

_LATEST = 200  # items of a region that are compared
_ALIKE = 0.6  # of the runs of words that either text has, as many are in both
_RUN, _CJK_RUN = 3, 4
_COMPARED = 4_000  # characters


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item of the digest, by its place in it, that repeats an item of the site."""

    index: int
    item_id: int
    title: str
    by_source: bool


def repeats_of(digest: Digest) -> list[Repeat]:
    """Return the items of a digest that the site has already, each with the likeliest one."""
    by_url = _by_source(digest.items)
    by_region = _by_region(digest.items)
    runs = {known.pk: _runs(plain_text(known.body)) for same in by_region.values() for known in same}
    found = []
    for index, item in enumerate(digest.items):
        source = next((by_url[url] for url in item.urls if url in by_url), None)
        if source is not None:
            found.append(Repeat(index, source.pk, source.title, by_source=True))
        elif alike := _likest(
            item, [known for place in item.regions for known in by_region[place.path]], runs
        ):
            found.append(Repeat(index, alike.pk, alike.title, by_source=False))
    return found


def problems_of_repeats(digest: Digest, repeats: Iterable[Repeat]) -> list[Problem]:
    """Return a warning for each repeated item."""
    return [
        Problem(
            "repeated_item",
            f"The site has this item already: {repeat.title} (item {repeat.item_id}), "
            + ("with the same source." if repeat.by_source else "with nearly the same text."),
            digest.items[repeat.index].line,
        )
        for repeat in repeats
    ]


def _by_source(items: Iterable[ParsedItem]) -> dict[str, PolicyItem]:
    urls = {url for item in items for url in item.urls}
    known = PolicyItem.objects.filter(source_url__in=urls).exclude(source_url="").with_regions()
    return {item.source_url: item for item in known} if urls else {}


def _by_region(items: Iterable[ParsedItem]) -> dict[str, list[PolicyItem]]:
    """Return the latest items filed under each region of the digest, by its path."""
    paths = {place.path for item in items for place in item.regions}
    rows = (
        ItemRegion.objects.filter(region__path__in=paths)
        .select_related("item")
        .order_by("-item_id")
        .values_list("region__path", "item_id")
    )
    latest: dict[str, list[int]] = defaultdict(list)
    for path, item_id in islice(rows, _LATEST * max(len(paths), 1)):
        if len(latest[path]) < _LATEST:
            latest[path].append(item_id)
    known = PolicyItem.objects.with_regions().in_bulk({pk for keys in latest.values() for pk in keys})
    return defaultdict(list, {path: [known[pk] for pk in keys] for path, keys in latest.items()})


def _likest(item: ParsedItem, known: Sequence[PolicyItem], runs: Mapping[int, set[str]]) -> PolicyItem | None:
    own = _runs(" ".join(item.body))
    scored = [(_share(own, runs[other.pk]), other) for other in known]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: the runs of words in both, of those in either."""
    return _share(_runs(one), _runs(other))


def _share(runs: set[str], others: set[str]) -> float:
    return len(runs & others) / len(runs | others) if runs and others else 0.0


def _runs(text: str) -> set[str]:
    text = text[:_COMPARED]
    parts = list(words(text).replace(" ", "")) if has_cjk(text) else words(text).split()
    size = _CJK_RUN if has_cjk(text) else _RUN
    return (
        {" ".join(parts[at : at + size]) for at in range(max(len(parts) - size + 1, 1))} if parts else set()
    )
