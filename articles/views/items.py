"""The page of one policy item: its permalink."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from articles.metadata.items import item_metadata
from articles.models import PolicyItem, RemovedItem
from articles.reading import page_of_item
from articles.views.gone import gone


class ItemView(View):
    """An item with its facts, its timeline and its relations."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the item, or say that it is withdrawn."""
        item = PolicyItem.objects.published().with_articles().filter(pk=pk).first()
        if item is None:
            return self.absent(request, pk)
        page = page_of_item(item)
        metadata = item_metadata(page["entry"], item.article, page["topics"])
        return render(request, "articles/item.html", page | {"metadata": metadata})

    def absent(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer for an id that no public item has now."""
        withdrawn = PolicyItem.objects.withdrawn().filter(pk=pk).exists()
        if withdrawn or RemovedItem.objects.filter(pk=pk).exists():
            return gone(request)
        raise Http404
