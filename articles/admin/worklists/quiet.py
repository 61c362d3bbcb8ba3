"""Regions and topics that there was news of once, but not lately: where to look for some."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from articles.admin.worklists.pages import WorklistPages, page_of
from articles.models import ItemPlace, PolicyItem, Topic
from regions.models import Region

DAYS = 90
_CHOICES = (30, DAYS, 180, 365)
_MOST_DAYS = 36_500  # a century


def days_asked(request: HttpRequest) -> int:
    """Return the number of days that ``?days=`` asks for, within reason; 90 where it asks for none."""
    asked = request.GET.get("days", "")
    known = asked.isascii() and asked.isdecimal() and len(asked) <= len(str(_MOST_DAYS))
    return min(max(int(asked), 1), _MOST_DAYS) if known else DAYS


class QuietPlaces(WorklistPages[PolicyItem]):
    """Adds the lists of regions and of topics without news, the longest quiet first."""

    def get_urls(self) -> list[URLPattern]:
        """Add the two pages."""
        view = self.admin_site.admin_view
        pages = {"regions": self.quiet_regions_view, "topics": self.quiet_topics_view}
        return [
            *(
                path(
                    f"{name}-without-news/",
                    view(require_safe(page)),
                    name=f"articles_policyitem_quiet_{name}",
                )
                for name, page in pages.items()
            ),
            *super().get_urls(),
        ]

    def quiet_regions_view(self, request: HttpRequest) -> HttpResponse:
        """List regions with public items, none of them new."""
        days = self._days(request)
        page = page_of(request, ItemPlace.objects.quiet_since(localdate() - timedelta(days=days)))
        regions = Region.objects.with_parents().in_bulk([row["region"] for row in page])
        rows = [(regions[row["region"]], row["last"], row["items"]) for row in page]
        return self._list(request, "Regions without news", days, {"rows": rows, "page": page})

    def quiet_topics_view(self, request: HttpRequest) -> HttpResponse:
        """List topics of public items and articles, none of them new."""
        days = self._days(request)
        page = page_of(request, Topic.objects.quiet_since(localdate() - timedelta(days=days)))
        rows = [(topic, topic.last, topic.item_count) for topic in page]
        return self._list(request, "Topics without news", days, {"rows": rows, "page": page})

    def _days(self, request: HttpRequest) -> int:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return days_asked(request)

    def _list(self, request: HttpRequest, title: str, days: int, context: dict[str, object]) -> HttpResponse:
        return self.worklist_page(request, "quiet", title, {"days": days, "choices": _CHOICES, **context})
