"""Series: named rows of editions."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.models import Series


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin[Series]):
    """Series; one with editions can't be deleted, and the address of one that is there stays."""

    fields = ("name", "slug", "description")
    list_display = ("name", "slug", "editions")
    search_fields = ("name",)
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Series]":
        """Return series with the number of their editions."""
        return super().get_queryset(request).annotate(edition_count=models.Count("editions"))

    def get_readonly_fields(self, request: HttpRequest, obj: Series | None = None) -> tuple[str, ...]:
        """A slug can be chosen once: later, readers' links hold it."""
        return ("slug",) if obj else ()

    @admin.display(description="editions", ordering="edition_count")
    def editions(self, series: Any) -> Any:
        """How many articles are editions of the series, public or not."""
        return series.edition_count
