"""What a number of answers tells: the share of No, how sure it is, and how many readers it means.

With few votes a share says little, so articles are compared by the lower bound of Wilson's score interval
(E. B. Wilson, "Probable inference", JASA 22, 1927). With z = 1.645 the true share lies under the bound in one
case of twenty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z = 1.645


def wilson_lower_bound(hits: int, total: int, z: float = Z) -> float:
    """Return the lower bound of the share that ``hits`` of ``total`` stand for; 0 where there are none."""
    if not total:
        return 0.0
    share = hits / total
    centre = share + z**2 / (2 * total)
    spread = z * sqrt((share * (1 - share) + z**2 / (4 * total)) / total)
    return max(0.0, (centre - spread) / (1 + z**2 / total))


@dataclass(frozen=True, slots=True)
class Figures:
    """Answers counted: so many Yes, so many No."""

    yes: int = 0
    no: int = 0

    @property
    def total(self) -> int:
        """The number of answers."""
        return self.yes + self.no

    @property
    def share(self) -> float:
        """The share of No, from 0 to 1; 0 without answers."""
        return self.no / self.total if self.total else 0.0

    @property
    def bound(self) -> float:
        """What the share of No surely is at least."""
        return wilson_lower_bound(self.no, self.total)

    @property
    def share_percent(self) -> int:
        """The share of No in whole percent."""
        return round(100 * self.share)

    @property
    def bound_percent(self) -> int:
        """The bound in whole percent."""
        return round(100 * self.bound)

    def let_down(self, mean: float) -> float:
        """Return how many more readers than on an average article were surely let down.

        ``mean`` is the share of No on the whole site.
        """
        return max(0.0, self.bound - mean) * self.total


def mean_share(all_figures: Iterable[Figures]) -> float:
    """Return the share of No among all answers together."""
    figures = list(all_figures)
    return Figures(sum(f.yes for f in figures), sum(f.no for f in figures)).share
