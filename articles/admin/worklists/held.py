"""Held votes: the bursts that wait, and the decision of those who publish. See ``articles.voting.held``."""

from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_safe

from articles import workflow
from articles.admin.worklists.pages import WorklistPages, page_of
from articles.forms.held import ChooseWindowForm, DecideHeldVotesForm, Decision
from articles.models import Article, HelpfulVote
from articles.voting.held import held_and_counted, release, void, windows

_LIST = "articles_helpfulvote_held"
_DONE = {Decision.RELEASE: "Released", Decision.VOID: "Voided", Decision.VOID_ALL: "Voided"}


class HeldVotes(WorklistPages[HelpfulVote]):
    """Adds the list of windows with held votes, and the page on which one is decided about."""

    def get_urls(self) -> list[URLPattern]:
        """Add the two pages."""
        decide = require_http_methods(["GET", "HEAD", "POST"])(self.decide_view)
        view = self.admin_site.admin_view
        return [
            path("held/", view(require_safe(self.held_view)), name=_LIST),
            path("held/<int:article_id>/", view(decide), name="articles_helpfulvote_decide"),
            *super().get_urls(),
        ]

    def held_view(self, request: HttpRequest) -> HttpResponse:
        """List the hours with held votes of every article."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {"page": page_of(request, windows()), "may_decide": workflow.may_publish(request.user)}
        return self.worklist_page(request, "held", "Held votes", context)

    def decide_view(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Show what a window holds and ask what becomes of it; carry out what was decided."""
        if not (self.has_view_permission(request) and workflow.may_publish(request.user)):
            raise PermissionDenied
        article = get_object_or_404(Article.objects.only("title", "slug", "status"), pk=article_id)
        if request.method != "POST":
            return self._ask(request, article, ChooseWindowForm(request.GET), DecideHeldVotesForm())
        form = DecideHeldVotesForm(request.POST)
        if not form.is_valid():
            return self._ask(request, article, ChooseWindowForm(request.POST), form)
        self._carry_out(request, article, **form.cleaned_data)
        return redirect(f"admin:{_LIST}")

    def _ask(
        self, request: HttpRequest, article: Article, window: ChooseWindowForm, form: DecideHeldVotesForm
    ) -> HttpResponse:
        context: dict[str, Any] = {"article": article, "window": window, "form": form}
        if window.is_valid():
            since, until = window.cleaned_data["since"], window.cleaned_data["until"]
            held, counted = held_and_counted(article.pk, since, until)
            if not form.is_bound:
                context["form"] = DecideHeldVotesForm(initial={"since": since, "until": until})
            context |= {"held": held, "counted": counted, "since": since, "until": until}
        return self.worklist_page(request, "decide", f"Held votes on “{article}”", context)

    @transaction.atomic
    def _carry_out(
        self, request: HttpRequest, article: Article, since: datetime, until: datetime, decision: str
    ) -> None:
        if decision == Decision.RELEASE:
            votes = release(article.pk, since, until)
        else:
            votes = void(article.pk, since, until, counted_too=decision == Decision.VOID_ALL)
        if not votes:
            self.message_user(request, "There was no vote to decide about in this window.", messages.WARNING)
            return
        done = f"{_DONE[Decision(decision)]} {votes} vote{'s' * (votes != 1)}"
        span = f"{localtime(since):%Y-%m-%d %H:%M} to {localtime(until):%Y-%m-%d %H:%M %Z}"
        user_id = cast("int", request.user.pk)
        LogEntry.objects.log_actions(
            user_id, [article], CHANGE, f"{done} cast from {span}.", single_object=True
        )
        self.message_user(request, f"{done} on “{article}”.", messages.SUCCESS)
