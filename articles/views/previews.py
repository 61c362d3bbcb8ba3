"""Previews: the page of an article before readers see it, and the address under which it is shared."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views import View

from articles.discover.cards import LATEST, Card
from articles.models import Article, PreviewLink
from articles.reading import page_of

STANDING_IN = "for now, until it is published"


def preview(request: HttpRequest, article: Article, template: str, context: dict[str, Any]) -> HttpResponse:
    """Show the saved article as its public page will be, under a bar that says so; nobody keeps the answer.

    ``template`` is or extends ``articles/preview.html``; ``context`` is what its bar tells, ``address``
    among it: where the preview is.
    """
    page = page_of(article)
    page |= {
        "cards": [_as_before_publication(card) for card in page["cards"]],
        "narrow": request.GET.get("width") == "narrow",
        **context,
    }
    return unlisted(render(request, template, page))


def _as_before_publication(card: Card) -> Card:
    """Say of a card that only fills a place that likeness decides it on publication."""
    return replace(card, reason=STANDING_IN) if card.reason == LATEST else card


def unlisted(response: HttpResponse) -> HttpResponse:
    """Tell caches not to keep an answer, and search engines not to list it."""
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response


class SharedPreviewView(View):
    """A preview for whoever holds a link to it, with an account or without."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the preview, once there is one the public page, and otherwise that there is no such page."""
        response = unlisted(self.answer(request, token))
        response["Referrer-Policy"] = "no-referrer"  # the address is the key
        return response

    def answer(self, request: HttpRequest, token: str) -> HttpResponse:
        """Answer alike whether a link never was, has ended, or belongs to a withdrawn article."""
        links = PreviewLink.objects.open().with_token(token)
        link = links.select_related("article__series", "article__tally").first()
        if link is None:
            return render(request, "404.html", status=404)
        if link.article.is_public:
            return redirect(link.article)
        context = {"link": link, "address": link.get_absolute_url()}
        return preview(request, link.article, "articles/preview.html", context)
