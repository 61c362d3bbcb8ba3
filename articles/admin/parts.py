"""The parts of an article that are edited on its page: notices, picks and blocks for "Discover more"."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.autocompletes import SharedAutocompletes
from articles.forms.parts import EditRelatedPostForm, NoticeFormSet, RelatedBlockFormSet, RelatedPostFormSet
from articles.forms.positions import PositionedForm, RowForm
from articles.models import Article, Notice, RelatedBlock, RelatedPost


class NoticeInline(admin.StackedInline[Notice, Article]):
    """The lines at the end of an article."""

    model = Notice
    form = PositionedForm[Notice]
    formset = NoticeFormSet
    fields = (("position", "kind"), "text")
    extra = 0
    max_num = 20
    after = "Topics"


class RelatedPostInline(SharedAutocompletes[RelatedPost], admin.StackedInline[RelatedPost, Article]):
    """The editor's picks, each an article here or an external address."""

    model = RelatedPost
    fk_name = "article"
    form = EditRelatedPostForm
    formset = RelatedPostFormSet
    fields = ("position", "post", "url", "title", "excerpt")
    autocomplete_fields = ("post",)
    verbose_name = "pick"
    verbose_name_plural = "Discover more: picks"
    extra = 0
    max_num = 20
    after = "Topics"

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[RelatedPost]":
        """Fetch the picked articles along."""
        return super().get_queryset(request).select_related("post")


class RelatedBlockInline(SharedAutocompletes[RelatedBlock], admin.StackedInline[RelatedBlock, Article]):
    """Articles that are never proposed under this one."""

    model = RelatedBlock
    fk_name = "article"
    form = RowForm[RelatedBlock]
    formset = RelatedBlockFormSet
    fields = ("blocked",)
    autocomplete_fields = ("blocked",)
    verbose_name = "block"
    verbose_name_plural = "Discover more: never propose"
    extra = 0
    max_num = 50
    after = "Topics"

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[RelatedBlock]":
        """Fetch the blocked articles along."""
        return super().get_queryset(request).select_related("blocked")
