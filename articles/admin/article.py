"""The page on which an article is written, in the order in which it is read, and the list of articles."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest, HttpResponse

from articles import workflow
from articles.admin.article_list import ArticleChangeList, ArticleColumns
from articles.admin.article_votes import ArticleVotes
from articles.admin.autocompletes import SharedAutocompletes
from articles.admin.conflicts import ConflictGuard
from articles.admin.deletion import CountedDeletion
from articles.admin.history import ArticleHistory
from articles.admin.importing.pages import DigestImport
from articles.admin.item_inline import ItemInline
from articles.admin.parts import NoticeInline, RelatedBlockInline, RelatedPostInline
from articles.admin.preview import ArticlePreview
from articles.admin.publishing import PublishingActions
from articles.admin.recording import RecordedSaves
from articles.admin.rich_text import ShownTexts, to_be_read
from articles.admin.submissions import OneSubmission
from articles.forms.article import BASELINE, EditArticleForm
from articles.forms.positions import PositionedFormSet
from articles.models import Article, VoteTally
from regions.admin.rich_text import RichTextPage

_FIELDSETS: Any = (
    ("Opening", {"fields": ("title", "standfirst", "introduction")}),
    ("Conclusion", {"fields": ("conclusion",)}),
    (
        "Text of a plain post",
        {
            "fields": ("body",),
            "classes": ("collapse",),
            "description": "An article without items is a plain post; a digest leaves this empty.",
        },
    ),
    ("Authors and edition", {"fields": ("byline", ("series", "edition_date"))}),
    ("Topics", {"fields": ("topics",)}),
    ("Publication", {"fields": ("status", "published_at", "slug", "language", "source_url")}),
    ("Correction", {"fields": ("corrected_at", "correction_note"), "classes": ("collapse",)}),
)
_VOTES = ("Votes", {"fields": ("readers_said", BASELINE), "classes": ("collapse",)})
_FOR_PUBLISHERS = ("published_at", "corrected_at", "correction_note")


@admin.register(Article)
class ArticleAdmin(
    ShownTexts,
    ArticleColumns,
    PublishingActions,
    ArticlePreview,
    DigestImport,
    ArticleVotes,
    ArticleHistory,
    OneSubmission,
    ConflictGuard[Article],
    RecordedSaves[Article],
    CountedDeletion[Article],
    RichTextPage[Article],
    SharedAutocompletes[Article],
):
    """Articles: digests and plain posts."""

    form = EditArticleForm
    fieldsets = _FIELDSETS
    ordering = (models.F("published_at").desc(nulls_first=True), "-pk")
    inlines = (ItemInline, NoticeInline, RelatedPostInline, RelatedBlockInline)
    autocomplete_fields = ("series",)
    search_fields = ("title", "standfirst", "slug", "items__heading", "items__regions__name")

    @property
    def media(self) -> forms.Media:
        """Leave out what fills slugs in while a title is typed: the form does that, and it weighs 55 kB."""
        return _without(super().media, "urlify", "prepopulate", "xregexp")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Use the list that fetches what its columns show."""
        return ArticleChangeList

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Leave the figures of votes to those who publish; show texts to those who may only read them."""
        fieldsets = (*_FIELDSETS, _VOTES) if workflow.may_publish(request.user) else _FIELDSETS
        may_write = obj is None or self.has_change_permission(request, obj)
        return fieldsets if may_write else to_be_read(fieldsets)

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Leave the dates that readers see to those who publish; nobody changes what readers said."""
        return ("readers_said",) if workflow.may_publish(request.user) else _FOR_PUBLISHERS

    def get_form(
        self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Tell the form whether its user may publish; the class is made anew for each request."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.publisher = workflow.may_publish(request.user)
        return form

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whether the user may change articles, and the workflow leaves this one to them."""
        if obj is None:
            return super().has_change_permission(request)
        return workflow.may_change(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Whether the user may delete articles, and this one: none that readers see."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or (workflow.may_be_deleted(obj) and workflow.may_change(request.user, obj))

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[dict[str, Any]]:
        """Log a new order once, not for each of the rows that it moves."""
        message = super().construct_change_message(request, form, formsets, add)
        rows = [
            formset.model._meta.verbose_name_plural for formset in formsets or () if _is_reordered(formset)
        ]
        if rows and not add:
            message.append({"changed": {"fields": [f"order of {name}" for name in rows]}})
        return message

    def view_on_site(self, obj: Article) -> str | None:
        """Link to the public page where there is one."""
        return obj.get_absolute_url() if obj.is_public else None

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Article]":
        """Fetch along what every page shows."""
        return super().get_queryset(request).select_related("series", "tally")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the parts, and the votes brought along where they changed."""
        super().save_related(request, form, formsets, change)
        if form.publisher and form.baseline is not None:
            base_yes, base_no = form.baseline
            VoteTally(article=form.instance, base_yes=base_yes, base_no=base_no).save()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Lay the page out in reading order."""
        context["parts"] = list(_in_reading_order(context["adminform"], context["inline_admin_formsets"]))
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="Topics")
    def topics(self, article: Article) -> str:
        """The topics by name, where they can't be edited."""
        return ", ".join(article.topic_names[None]) or "-"


def _is_reordered(formset: Any) -> bool:
    return isinstance(formset, PositionedFormSet) and formset.reordered


def _without(media: Any, *names: str) -> forms.Media:
    """Return the media but for the scripts of these names; ``Media`` offers no public way to its files."""
    kept = [js for js in media._js if not any(name in str(js) for name in names)]
    return forms.Media(css=media._css, js=kept)


def _in_reading_order(fieldsets: Iterable[Any], inlines: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield the fieldsets, each followed by the inlines that name it as the one they come after."""
    for fieldset in fieldsets:
        yield {"fieldset": fieldset}
        yield from ({"inline": inline} for inline in inlines if inline.opts.after == fieldset.name)
