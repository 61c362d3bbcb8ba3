"""The addresses of readers' pages, which stand under the prefix of a language, by what they show."""

from django.urls import path, register_converter

from articles.converters import RegionPathConverter
from articles.views.articles import ArticleView, HomeView, SeriesView
from articles.views.items import ItemView
from articles.views.regions import RegionsView, RegionView
from articles.views.terms import TermsView
from articles.views.topics import TopicItemsView, TopicsView, TopicView

register_converter(RegionPathConverter, "region")

articles = [
    path("", HomeView.as_view(), name="home"),
    path("articles/<slug:slug>/", ArticleView.as_view(), name="article"),
    path("series/<slug:slug>/", SeriesView.as_view(), name="series"),
    path("items/<int:pk>/", ItemView.as_view(), name="item"),
]

places = [
    path("regions/", RegionsView.as_view(), name="regions"),
    path("regions/<region:path>/", RegionView.as_view(), name="region"),
]

topics = [
    path("topics/", TopicsView.as_view(), name="topics"),
    path("topics/<slug:slug>/", TopicView.as_view(), name="topic"),
    path("topics/<slug:slug>/items/", TopicItemsView.as_view(), name="topic-items"),
    path("about/terms/", TermsView.as_view(), name="terms"),
]

urlpatterns = [*articles, *places, *topics]
