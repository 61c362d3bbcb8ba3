"""An inverted index of bags of terms, and the cosines between them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from math import log, sqrt

Vector = dict[str, float]

# A term that more than a tenth of the documents carry tells nothing of one: "the", or the site's own subject.
# On a small site every term may tell something.
COMMON_SHARE = 0.1
COMMON_FROM = 50


class Index:
    """The bags of all documents, weighted by tf-idf: a rare term that a document repeats weighs most.

    Documents are known by their place in ``bags``. Of each the ``keep`` heaviest terms count, all where None;
    terms that are common on the site don't, so that no document is compared with all others because of them.
    """

    def __init__(self, bags: Sequence[Mapping[str, int]], keep: int | None = None) -> None:
        carried_by = Counter(term for bag in bags for term in bag)
        common = max(COMMON_FROM, COMMON_SHARE * len(bags))
        rarity = {
            term: log((len(bags) + 1) / (count + 0.5))
            for term, count in carried_by.items()
            if count <= common
        }
        self.vectors = [_unit(_heaviest(bag, rarity, keep)) for bag in bags]
        self.carriers: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, vector in enumerate(self.vectors):
            for term, weight in vector.items():
                self.carriers[term].append((number, weight))

    def cosines(self, number: int) -> dict[int, float]:
        """Return the cosine of a document with each other one that it shares a term with."""
        found: dict[int, float] = defaultdict(float)
        for term, own_weight in self.vectors[number].items():
            for other, weight in self.carriers[term]:
                found[other] += own_weight * weight
        found.pop(number, None)
        return found


def _heaviest(bag: Mapping[str, int], rarity: Vector, keep: int | None) -> Vector:
    weights = {term: (1 + log(count)) * rarity[term] for term, count in bag.items() if term in rarity}
    if keep is None or len(weights) <= keep:
        return weights
    return dict(nlargest(keep, weights.items(), key=lambda pair: (pair[1], pair[0])))


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else vector
