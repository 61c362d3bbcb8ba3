"""What all pages of worklists share: their frame, the way from one to another, and pages of rows."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

Row = TypeVar("Row")
Record = TypeVar("Record", bound=models.Model)
PER_PAGE = 25


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
)


def worklists_for(user: AbstractBaseUser | AnonymousUser) -> list[Worklist]:
    """Return the worklists that the user may see."""
    may = user.has_perm  # type: ignore[union-attr]  # every user model here has permissions
    return [worklist for worklist in WORKLISTS if may(worklist.permission)]


def page_of(request: HttpRequest, rows: "Sequence[Row] | models.QuerySet[Any]") -> "Page[Any]":
    """Return the page of rows that ``?page=`` names; the nearest one where there is none."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


class WorklistPages(admin.ModelAdmin[Record]):
    """Pages beside the usual ones of a model, in the admin's frame."""

    def worklist_page(
        self, request: HttpRequest, template: str, title: str, context: dict[str, Any]
    ) -> HttpResponse:
        """Render ``admin/worklists/<template>.html``."""
        match = request.resolver_match
        frame = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "worklists": worklists_for(request.user),
            "current": match.url_name if match else "",
        }
        return TemplateResponse(request, f"admin/worklists/{template}.html", frame | context)
