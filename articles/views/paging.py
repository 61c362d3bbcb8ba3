"""What all paged lists share."""

from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.views.generic import ListView

from articles.canonical import page_query

Row = TypeVar("Row", bound=Model)


class PagedView(ListView[Row]):
    """A list in pages of ``?page=``, whose ``subject`` (a region, a topic, …) the address names.

    A page that does not exist answers 404, whatever the parameter holds.
    """

    http_method_names = ["get", "head"]
    paginate_by = settings.PAGE_SIZE
    subject: Any = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the subject, then list."""
        self.subject = self.find(**kwargs)
        return super().get(request, *args, **kwargs)

    def find(self, **kwargs: str) -> Any:
        """Return what the address names; raises Http404 where there is no such thing."""
        return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the addresses of this page of the list end with."""
        context = super().get_context_data(**kwargs)
        return {**context, "page_query": page_query(context["page_obj"])}
