"""What the desk suggests while an item is written: earlier steps of its policy, and issuers named before."""

from typing import cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from articles.models import PolicyItem
from articles.querysets.items import PolicyItemQuerySet

_MOST_REGIONS = 50  # of one item


class ItemSuggestions(admin.ModelAdmin[PolicyItem]):
    """Finds items near the one that is being written (a mixin)."""

    def get_urls(self) -> list[URLPattern]:
        """Add the suggestions of issuers."""
        issuers = self.admin_site.admin_view(require_safe(self.issuers_view))
        return [path("issuers/", issuers, name="articles_policyitem_issuers"), *super().get_urls()]

    def issuers_view(self, request: HttpRequest) -> HttpResponse:
        """Answer ``{"issuers": […]}``: who acted in the regions before, the most frequent first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return JsonResponse({"issuers": list(PolicyItem.objects.issuers_in(_regions(request)))})

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[PolicyItem]", search_term: str
    ) -> tuple["models.QuerySet[PolicyItem]", bool]:
        """Find earlier items, those of the regions of the one that is being written before others."""
        found, may_have_duplicates = super().get_search_results(request, queryset, search_term)
        regions = _regions(request)
        if not regions:
            return found, may_have_duplicates
        items = cast("PolicyItemQuerySet", found).exclude(pk__in=_ids(request, "item"))
        return items.near_first(regions), may_have_duplicates


def _regions(request: HttpRequest) -> list[int]:
    return _ids(request, "region")


def _ids(request: HttpRequest, name: str) -> list[int]:
    """Return the ids that a query names; what is none is passed over."""
    values = request.GET.getlist(name)[:_MOST_REGIONS]
    return [int(value) for value in values if value.isascii() and value.isdecimal() and len(value) <= 18]
