"""The addresses for feed readers and search engines."""

from django.urls import path
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from articles.feeds import LatestFeed, RegionFeed, TopicFeed
from articles.sitemaps import sitemap

feeds = [
    path("feeds/latest.atom", require_safe(LatestFeed()), name="feed-latest"),
    path("feeds/regions/<region:path>.atom", require_safe(RegionFeed()), name="feed-region"),
    path("feeds/topics/<slug:slug>.atom", require_safe(TopicFeed()), name="feed-topic"),
]

robots = TemplateView.as_view(
    template_name="robots.txt", content_type="text/plain; charset=utf-8", http_method_names=["get", "head"]
)
search_engines = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap/<slug:section>.xml", sitemap, name="sitemap-section"),
    path("robots.txt", robots, name="robots"),
]

urlpatterns = [*feeds, *search_engines]
