"""The small parts of an article: notices, picks and blocks for "Discover more", relations of items."""

from django.core.exceptions import ValidationError

from articles.forms.positions import PositionedForm, PositionedFormSet
from articles.forms.shared_choices import SharingForms
from articles.models import RelatedPost


class EditRelatedPostForm(PositionedForm[RelatedPost]):
    """A pick: an article here, or an external address with a title."""


class NoticeFormSet(SharingForms, PositionedFormSet):
    """The lines at the end of an article."""


class RelatedPostFormSet(SharingForms, PositionedFormSet):
    """The picks of an article, each article once."""

    shared = ("post",)

    def clean(self) -> None:
        """Refuse an article that is picked twice in one go, which no row alone can tell."""
        super().clean()
        seen = set()
        for form in self.forms:
            post = form.cleaned_data.get("post") if form.is_valid() else None
            if post is None or form.cleaned_data.get("DELETE"):
                continue
            if post in seen:
                raise ValidationError(f"“{post}” is picked twice.", code="duplicate")
            seen.add(post)


class RelatedBlockFormSet(SharingForms):
    """The articles that are never proposed under an article."""

    shared = ("blocked",)


class ItemRelationFormSet(SharingForms):
    """How an item bears on others."""

    shared = ("to_item",)
