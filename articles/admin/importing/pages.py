"""The two pages of the importer at the desk: one takes a text, the other shows what was understood."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods
from js_asset import ImportMap, Media, Script

from articles.admin.importing.review import KINDS, Review
from articles.admin.importing.state import State, state_of
from articles.forms.digest_source import DigestSourceForm
from articles.importing.characters import readable
from articles.importing.source.limits import SourceError
from articles.importing.source.reading import read_bytes
from articles.importing.writer import write
from articles.models import Article

MOST_PIECES = 6_000  # on one page; a text of 200 kB has about 1,500
_TEMPLATES = "admin/articles/article/importing"
# As Django names it in the media of its own widgets.
_JQUERY = f"admin/js/vendor/jquery/jquery{'' if settings.DEBUG else '.min'}.js"
_TYPED = Media(
    importmap=ImportMap({f"typed/{name}": f"js/admin/typed/{name}.js" for name in ("fields", "store")}),
    js=[_JQUERY, "admin/js/jquery.init.js", Script("js/admin/typed/main.js", type="module")],
    css={"all": ["admin/css/forms.css", "css/safety.css", "css/bar.css", "css/importing.css"]},
)
_REVIEW = Media(
    js=[
        "admin/js/jquery.init.js",
        "js/admin/names.js",
        "js/admin/chosen-order.js",
        Script("js/admin/review.js", type="module"),
    ]
)


class DigestImport(admin.ModelAdmin[Article]):
    """Turns a text into a draft, for those who may add articles (a mixin)."""

    def get_urls(self) -> list[URLPattern]:
        """Add the importer: one address, whose form carries everything from step to step."""
        view: Any = require_http_methods(["GET", "HEAD", "POST"])(self.import_view)
        name = "articles_article_import"
        return [path("import/", self.admin_site.admin_view(view), name=name), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Take a text; show what was understood; create the draft."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._ask(request, DigestSourceForm())
        if "source" not in request.POST:
            return self._read(request)
        try:
            return self._go_on(request, state_of(request.POST))
        except SourceError as error:
            return self._ask(request, DigestSourceForm(), problem=str(error))

    def _read(self, request: HttpRequest) -> HttpResponse:
        """Read what was pasted or uploaded."""
        form = DigestSourceForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._ask(request, form)
        review = Review(State(form.data_read, form.name), request.POST)
        if len(review.pieces) > MOST_PIECES:
            form.add_error(
                None,
                f"The text has {len(review.pieces):,} pieces; at most {MOST_PIECES:,} can be reviewed on one "
                "page. Split it into parts, or import it from the shell: manage.py importdigest.",
            )
            return self._ask(request, form)
        return self._show(request, review)

    def _go_on(self, request: HttpRequest, state: State) -> HttpResponse:
        """Do what the pressed button says."""
        if "_text" in request.POST:
            text = read_bytes(state.data, state.name).text
            return self._ask(request, DigestSourceForm(initial={"text": text}), unsaved=True)
        review = Review(state.after(request.POST.get("do", ""), request.POST), request.POST)
        again = "_again" in request.POST
        if review.error or not (again or "_create" in request.POST):
            return self._show(request, review)
        return self._create(request, review, again=again)

    @transaction.atomic
    def _create(self, request: HttpRequest, review: Review, *, again: bool) -> HttpResponse:
        written = write(review.digest, review.source.text, again=again)
        article = written.article
        if written.known:
            said = "This text was imported before; this is the article that it made. Nothing was added."
            self.message_user(request, said, messages.WARNING)
        else:
            self.log_addition(request, article, [{"added": {}}])
            self.message_user(request, _left_to_do(review, written.unmatched), messages.SUCCESS)
        return redirect(reverse("admin:articles_article_change", args=[article.pk]))

    def _ask(
        self, request: HttpRequest, form: DigestSourceForm, *, unsaved: bool = False, problem: str = ""
    ) -> HttpResponse:
        context = {
            "form": form,
            "unsaved": unsaved or form.is_bound,
            "problem": problem,
            "title": "Import a digest",
        }
        return self._import_page(request, "source.html", context, _TYPED)

    def _show(self, request: HttpRequest, review: Review) -> HttpResponse:
        context = {
            "review": review,
            "digest": review.digest,
            "title": "Review the import",
            "kinds": [(kind.value, words) for kind, words in KINDS],
            "restored": "_restore" in request.POST,
        }
        return self._import_page(request, "review.html", context, review.regions.media + _TYPED + _REVIEW)

    def _import_page(
        self, request: HttpRequest, template: str, context: dict[str, Any], media: Any
    ) -> HttpResponse:
        whole = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": Media.from_media(media, nonce=str(request.csp_nonce)),  # type: ignore[attr-defined]
            **context,
        }
        return TemplateResponse(request, f"{_TEMPLATES}/{template}", whole)


def _left_to_do(review: Review, unmatched: list[str]) -> str:
    """Return what was made, and what is left for the editor."""
    digest = review.digest
    count, lost = len(digest.items), sum(not item.regions for item in digest.items)
    made = f"Created the draft, with {count} item{'s' * (count != 1)}." if count else "Created the draft."
    left = [f"{lost} item{'s' * (lost != 1)} without a region"] if lost else []
    left += ["the title"] if not readable(digest.title) else []
    left += ["the topics", "the facts of the items (action, instrument, amount)"] if count else ["the topics"]
    told = f"{made} Left to do: {', '.join(left)}."
    if unmatched:
        told += " Not picked under “Discover more”, for no article here has the title: "
        told += ", ".join(f"“{title}”" for title in unmatched) + "."
    return told
