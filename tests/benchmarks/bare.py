"""The least that Django can answer, for comparison: one view, no middleware, no template, no database."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="of no use here", MIDDLEWARE=[])


def hello(request: HttpRequest) -> HttpResponse:
    """Answer one line."""
    return HttpResponse("hello\n", content_type="text/plain", headers={"Content-Length": "6"})


urlpatterns = [path("", hello)]
application = get_wsgi_application()
