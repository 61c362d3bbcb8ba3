"""The page of one policy item: its permalink."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import View

from articles.citations import cite_item
from articles.entries import listed
from articles.metadata.items import item_metadata
from articles.models import PolicyItem, RemovedItem
from articles.numbering import number_of
from articles.relations import relations_of
from articles.views.gone import gone


class ItemView(View):
    """An item with its facts, its timeline and its relations."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the item, or say that it is withdrawn."""
        item = PolicyItem.objects.published().with_articles().filter(pk=pk).first()
        if item is None:
            return self.absent(request, pk)
        number = number_of(PolicyItem.objects.of(item.article).counted_by(), item.pk)
        entry, topics = replace(listed([item])[0], number=number), list(item.tags.all())
        context = {
            "entry": entry,
            "item": item,
            "article": item.article,
            "relations": relations_of(item),
            "topics": topics,
            "citation": cite_item(entry, item.article),
            "metadata": item_metadata(entry, item.article, topics),
        }
        return render(request, "articles/item.html", context)

    def absent(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer for an id that no public item has now."""
        withdrawn = PolicyItem.objects.withdrawn().filter(pk=pk).exists()
        if withdrawn or RemovedItem.objects.filter(pk=pk).exists():
            return gone(request)
        raise Http404
