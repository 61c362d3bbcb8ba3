"""What all pages of worklists share: their frame, the way from one to another, and pages of rows."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib import admin
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.worklists import worklists_for

Row = TypeVar("Row")
Record = TypeVar("Record", bound=models.Model)
PER_PAGE = 25


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
