"""Votes: the form's address, the visitor's own standing, the public tally, and the page of thanks."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from articles.choices import VoteReason
from articles.forms.votes import REASONS
from articles.models import VoteTally
from articles.views.ballots import own_vote, take_ballot
from articles.views.refusals import prefers_json, refuse
from articles.voting.casting import Effect, votable
from articles.voting.origin import require_own_origin
from articles.voting.refusals import VoteError
from articles.voting.standing import Standing
from articles.voting.voter import remember, voter_of

TALLY_MAX_AGE = 5  # seconds
TALLY_STALE = 60  # seconds for which a cache may show an old figure while it fetches the new one


class VotingView(View):
    """What all addresses of votes share: a refusal is answered in the form that the visitor reads."""

    def dispatch(self, request: HttpRequest, article_id: int) -> HttpResponseBase:
        """Turn a refusal into its page or its JSON."""
        try:
            return super().dispatch(request, article_id)
        except VoteError as error:
            return refuse(request, article_id, error, as_json=self.answers_json(request))

    def answers_json(self, request: HttpRequest) -> bool:
        """Whether this request is answered by JSON."""
        return True


@method_decorator([csrf_exempt, never_cache], name="dispatch")
class VoteView(VotingView):
    """Take a vote, or tell visitors their own. Exempt from Django's token, which no cached page can hold."""

    def answers_json(self, request: HttpRequest) -> bool:
        """A form's post is answered by a page; a script's, and every GET, by JSON."""
        return request.method != "POST" or prefers_json(request)

    def get(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Tell the figures and the visitor's own vote."""
        votable(article_id)
        tally = VoteTally.objects.of(article_id)
        return _told(Standing.of(tally, own_vote(request, article_id)))

    def post(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Take a vote, a change or a withdrawal."""
        require_own_origin(request)
        answer = take_ballot(request, article_id)
        response: HttpResponse
        if prefers_json(request):
            response = _told(answer.standing, status=201 if answer.effect == Effect.NEW else 200)
        else:
            response = redirect(f"{reverse('vote-thanks', args=[article_id])}{_language(request)}")
            response.status_code = 303
        if answer.new_voter:
            remember(response, answer.new_voter)
        return response


class TallyView(VotingView):
    """The public figures, from which cached pages refresh theirs."""

    def get(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Answer what caches may keep for some seconds."""
        votable(article_id)
        tally = VoteTally.objects.of(article_id)
        response = JsonResponse({"helpful": tally.helpful, "total": tally.total})
        response["ETag"] = f'"{tally.helpful}-{tally.total}"'
        patch_cache_control(response, public=True, max_age=TALLY_MAX_AGE, stale_while_revalidate=TALLY_STALE)
        return response


@method_decorator(never_cache, name="dispatch")
class ThanksView(VotingView):
    """The page after a vote: exact figures, change, withdraw, reasons, and the way back."""

    def answers_json(self, request: HttpRequest) -> bool:
        """Always a page."""
        return False

    def get(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Show where the visitor's vote stands."""
        article = votable(article_id)
        vote = own_vote(request, article_id)
        standing = Standing.of(VoteTally.objects.of(article_id), vote)
        context = {
            "article": article,
            "vote": vote,
            "standing": standing,
            "known_voter": voter_of(request) is not None,
            "reasons": [VoteReason(reason) for reason in REASONS.get(standing.your_vote or "", ())],
        }
        response = render(request, "articles/thanks.html", context)
        response["X-Robots-Tag"] = "noindex"
        return response


def _language(request: HttpRequest) -> str:
    """Return the query that keeps the language in which somebody votes; see ``policytracker.interface``."""
    return f"?{request.GET.urlencode()}" if request.GET else ""


def _told(standing: Standing, status: int = 200) -> JsonResponse:
    figures = {"helpful": standing.helpful, "total": standing.total, "your_vote": standing.your_vote}
    return JsonResponse(figures, status=status)
