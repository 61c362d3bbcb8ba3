"""Why a vote is not taken: each reason with its HTTP status and the words for the voter."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class VoteError(Exception):
    """A vote that was not taken, or a page about votes that is not there.

    ``detail`` overrides the class's words; ``retry_after`` is in seconds, where waiting helps.
    """

    status = 400
    title: str | Promise = _("This vote can't be taken")
    detail: str | Promise = _("The vote was not counted.")

    def __init__(self, detail: str | Promise = "", *, retry_after: int | None = None) -> None:
        self.detail = detail or self.detail
        self.retry_after = retry_after
        super().__init__(self.detail)


class InvalidBallotError(VoteError):
    """An unknown answer, a reason that does not fit it, or a comment that is too long."""


class ForeignOriginError(VoteError):
    """The post comes from another site, or from a browser that doesn't say where it comes from."""

    status = 403
    title = _("This vote came from another site")
    detail = _("Votes are taken from this site's own pages only. Your vote was not counted.")


class NoSuchArticleError(VoteError):
    """The article does not exist or is not public."""

    status = 404
    title = _("There is no such article")
    detail = _("No article can be voted on at this address. Nothing was counted.")


class ArticleGoneError(VoteError):
    """The article was public and is withdrawn."""

    status = 410
    title = _("This article was withdrawn")
    detail = _("The article was withdrawn, and so was the vote on it. Nothing was counted.")


class BodyTooLargeError(VoteError):
    """More was sent than any vote can hold."""

    status = 413
    title = _("This is too long for a vote")
    detail = _("The message is larger than a vote with a comment can be. Your vote was not counted.")


class LimitReachedError(VoteError):
    """The voter or the voter's network has spent what a day or an hour allows."""

    status = 429
    title = _("Too many votes for now")


class VotingBusyError(VoteError):
    """The database could not take the vote in time."""

    status = 503
    title = _("The site is busy")
    detail = _(
        "The site was too busy to take your vote, so it was not counted. Please try again in a moment."
    )

    def __init__(self) -> None:
        super().__init__(retry_after=2)
