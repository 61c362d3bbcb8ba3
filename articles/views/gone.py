"""The answer for what was withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def gone(request: HttpRequest) -> HttpResponse:
    """Answer 410 with a page that shows nothing of what was there."""
    return render(request, "410.html", status=410)
