"""The admin site: Django's own, under the product's name."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import BadRequest
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from taggit.managers import TaggableManager

from articles.dashboard import Dashboard
from articles.forms.labels import label_of

MAX_WORDS = 60  # of a search; each becomes a condition of its own

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class AutocompleteView(AutocompleteJsonView):
    """What autocomplete fields offer: rows under the labels that forms give them, topics by their names."""

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        """Return the value and the label of a row; a topic's value is its name (articles.forms.topics)."""
        if isinstance(self.source_field, TaggableManager):
            return {"id": str(obj), "text": str(obj)}
        return {**super().serialize_result(obj, to_field_name), "text": label_of(obj)}


class PolicytrackerAdminSite(admin.AdminSite):
    """The editors' door."""

    site_url = "/"
    index_title = "Editor’s desk"
    enable_nav_sidebar = False  # its links stand in the header: lists and texts need the width

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Name the site as its operator does."""
        name = settings.SITE_NAME
        return {**super().each_context(request), "site_header": name, "site_title": name}

    def register(
        self, model_or_iterable: type[Model] | Iterable[type[Model]], *args: Any, **options: Any
    ) -> None:
        """Leave out taggit's own tags: articles and items carry topics."""
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else list(model_or_iterable)
        ours = [model for model in models if model._meta.app_label != "taggit"]
        super().register(ours, *args, **options)

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Refuse queries that a database can't take: 400 instead of 500.

        PostgreSQL compares NUL with nothing, and SQLite takes no search for a thousand words.
        """
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if any("\0" in value for _, values in request.GET.lists() for value in values):
                raise BadRequest("NUL in a query")
            if any(len(request.GET.get(name, "").split()) > MAX_WORDS for name in ("q", "term")):
                raise BadRequest(f"a search for more than {MAX_WORDS} words")
            return inner(request, *args, **kwargs)

        return cast("View", guarded)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Open with what the user needs now, above the list of what there is."""
        return super().index(request, {"desk": Dashboard.of(request.user), **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Answer an autocomplete field."""
        view: Any = AutocompleteView.as_view(admin_site=self)
        response: HttpResponse = view(request)
        return response
