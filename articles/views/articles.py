"""Articles: the front page, the page of one article, the editions of a series."""

from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from articles.citations import cite_article
from articles.coverage import coverage_of
from articles.metadata.articles import article_metadata
from articles.metadata.lists import home_metadata, series_metadata
from articles.metadata.page import PageMetadata
from articles.models import Article, Series
from articles.querysets.articles import ArticleQuerySet
from articles.reading import page_of
from articles.views.gone import gone
from articles.views.paging import PagedView


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
        told = {"metadata": metadata, "citation": cite_article(article)}
        return render(request, "articles/article.html", page | told)

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
