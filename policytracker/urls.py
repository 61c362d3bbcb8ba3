"""The addresses of the site, grouped by what they show."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from policytracker import health
from policytracker.interface import InterfacePrefix

urlpatterns: list[URLPattern | URLResolver] = [
    URLResolver(InterfacePrefix(), [path("", include("articles.page_urls"))]),
    path("", include("articles.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]

handler400 = "policytracker.errors.bad_request"
handler403 = "policytracker.errors.permission_denied"
handler404 = "policytracker.errors.page_not_found"
handler500 = "policytracker.errors.server_error"
