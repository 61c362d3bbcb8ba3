"""The public addresses of articles, items, regions and topics."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
