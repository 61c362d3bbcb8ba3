"""Votes, to be read: what voters answered and wrote. Nobody edits a vote."""

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.worklists.held import HeldVotes
from articles.admin.worklists.votes import VoteWorklists
from articles.models import HelpfulVote


@admin.register(HelpfulVote)
class HelpfulVoteAdmin(VoteWorklists, HeldVotes):
    """The answers of voters, who stay unknown."""

    list_display = ("article", "helpful", "reason", "comment", "state", "created_at")
    list_display_links = None
    list_filter = ("helpful", "reason", "state")
    list_select_related = ("article",)
    search_fields = ("comment", "article__title")
    date_hierarchy = "created_at"
    ordering = ("-created_at", "-pk")
    list_per_page = 100
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Votes are cast by readers."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: HelpfulVote | None = None) -> bool:
        """Votes are changed by their voters."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: HelpfulVote | None = None) -> bool:
        """The tally is always the sum of its votes, so none is taken out by hand."""
        return False
