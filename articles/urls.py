"""The public addresses that are one for all languages: previews, votes, and what machines read."""

from django.urls import URLPattern, URLResolver, include, path

from articles.views.previews import SharedPreviewView

previews = [path("preview/<str:token>/", SharedPreviewView.as_view(), name="preview")]

votes = [path("vote/", include("articles.vote_urls"))]

machines = [path("", include("articles.feed_urls"))]

urlpatterns: list[URLPattern | URLResolver] = [*previews, *votes, *machines]
