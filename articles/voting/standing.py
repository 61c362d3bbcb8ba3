"""What a visitor is told of an article's votes: the figures, and the visitor's own."""

from dataclasses import dataclass

from articles.choices import VoteState
from articles.models import HelpfulVote, VoteTally


@dataclass(frozen=True, slots=True)
class Standing:
    """The figures as one visitor sees them; ``your_vote`` is "yes", "no" or None."""

    helpful: int
    total: int
    your_vote: str | None = None

    @classmethod
    def of(cls, tally: VoteTally, vote: HelpfulVote | None) -> "Standing":
        """Return the standing of the voter of ``vote``, whose own vote looks counted even while it is not."""
        if vote is None:
            return cls(tally.helpful, tally.total)
        own = int(vote.state != VoteState.COUNTED)
        helpful = own if vote.helpful else 0
        return cls(tally.helpful + helpful, tally.total + own, "yes" if vote.helpful else "no")
