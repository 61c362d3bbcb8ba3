"""The lists of what waits for an editor, and who may see which."""

from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.urls import reverse


class Worklist(NamedTuple):
    """A worklist by its title, the name of its address, the right to see it, and what is in it."""

    title: str
    name: str
    permission: str
    about: str

    @property
    def address(self) -> str:
        """The address of the page."""
        return reverse(f"admin:{self.name}")


WORKLISTS = (
    Worklist(
        "Articles readers say No to",
        "articles_helpfulvote_worklist",
        "articles.view_helpfulvote",
        "surest problems first, or most readers let down",
    ),
    Worklist(
        "Held votes",
        "articles_helpfulvote_held",
        "articles.view_helpfulvote",
        "bursts to release or to void",
    ),
    Worklist(
        "Regions without news",
        "articles_policyitem_quiet_regions",
        "articles.view_policyitem",
        "covered once, but not lately",
    ),
    Worklist(
        "Topics without news",
        "articles_policyitem_quiet_topics",
        "articles.view_policyitem",
        "covered once, but not lately",
    ),
)


def worklists_for(user: AbstractBaseUser | AnonymousUser) -> list[Worklist]:
    """Return the worklists that the user may see."""
    may = user.has_perm  # type: ignore[union-attr]  # every user model here has permissions
    return [worklist for worklist in WORKLISTS if may(worklist.permission)]
