"""Articles: the front page, the page of one article, the editions of a series."""

from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from articles.coverage import coverage_of
from articles.metadata.articles import article_metadata
from articles.metadata.lists import home_metadata, series_metadata
from articles.metadata.page import PageMetadata
from articles.models import Article, ItemPlace, Series
from articles.querysets.articles import ArticleQuerySet
from articles.reading import page_of
from articles.views.gone import gone
from articles.views.paging import PagedView

SERIES_IN_FRONT = 12
REGIONS_IN_FRONT = 16


class ArticleListView(PagedView[Article]):
    """A list of public articles, the newest first, each with what it covers."""

    template_name = "articles/home.html"

    def get_queryset(self) -> ArticleQuerySet:
        """All public articles."""
        return Article.objects.published().newest_first().for_lists()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Join the articles of the page with their coverage."""
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        coverage = coverage_of(list(page))
        rows = [(article, coverage[article.pk]) for article in page]
        return {**context, "rows": rows, "subject": self.subject, "metadata": self.metadata(page)}

    def metadata(self, page: "Page[Article]") -> PageMetadata:
        """Return what the page tells machines."""
        return home_metadata(page)


class HomeView(ArticleListView):
    """The front page: the latest articles, the series, the regions with most items."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the ways in beside the latest, on the first page."""
        context = super().get_context_data(**kwargs)
        if context["page_obj"].number > 1:
            return context
        return {
            **context,
            "editions": list(Article.objects.latest_of_each_series().for_lists()[:SERIES_IN_FRONT]),
            "regions": list(ItemPlace.objects.published().most_told(REGIONS_IN_FRONT)),
        }


class SeriesView(ArticleListView):
    """The editions of a series."""

    template_name = "articles/series.html"

    def find(self, **kwargs: str) -> Series:
        """Return the series, if the public may see one of its editions."""
        return get_object_or_404(Series.objects.in_use(), slug=kwargs["slug"])

    def get_queryset(self) -> ArticleQuerySet:
        """The public editions."""
        return super().get_queryset().in_series(self.subject)

    def metadata(self, page: "Page[Article]") -> PageMetadata:
        """Return what the page tells machines."""
        return series_metadata(self.subject, page)


class ArticleView(View):
    """The page of one article: a digest or a plain post."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show the article, or say where it went."""
        article = Article.objects.published().for_reading().filter(slug=slug).first()
        if article is None:
            return self.absent(request, slug)
        page = page_of(article)
        metadata = article_metadata(article, page["entries"], page["topics"])
        return render(request, "articles/article.html", page | {"metadata": metadata})

    def absent(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer for a slug that no public article has now."""
        withdrawn = Article.objects.archived()
        if withdrawn.filter(slug=slug).exists():
            return gone(request)
        moved = Article.objects.published().once_at(slug).first()
        if moved is not None:
            return redirect(moved, permanent=True)
        if withdrawn.once_at(slug).exists():
            return gone(request)
        raise Http404
