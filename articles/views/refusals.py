"""How a vote that is not taken is answered: a page for people, RFC 9457's problem+json for scripts."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from articles.models import Article
from articles.voting.refusals import VoteError, VotingBusyError

HTML, JSON = "text/html", "application/json"


def prefers_json(request: HttpRequest) -> bool:
    """Whether the client would rather read JSON than a page; one that takes anything gets a page."""
    return request.get_preferred_type([HTML, JSON]) == JSON


def refuse(request: HttpRequest, article_id: int, error: VoteError, *, as_json: bool) -> HttpResponse:
    """Answer that nothing was counted, why, and when trying again helps."""
    response = _problem(error) if as_json else _page(request, article_id, error)
    if error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    return response


def _problem(error: VoteError) -> HttpResponse:
    problem = {"type": "about:blank", "title": error.title, "status": error.status, "detail": error.detail}
    return JsonResponse(problem, status=error.status, content_type="application/problem+json")


def _page(request: HttpRequest, article_id: int, error: VoteError) -> HttpResponse:
    context = {
        "error": error,
        "article": None if isinstance(error, VotingBusyError) else _article(article_id),
    }
    return render(request, "articles/vote_refused.html", context, status=error.status)


def _article(article_id: int) -> Article | None:
    return Article.objects.published().only("slug", "title", "language").filter(pk=article_id).first()
