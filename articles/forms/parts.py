"""The small parts of an article: notices, picks and blocks for "Discover more", relations of items."""

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError

from articles.forms.positions import PositionedForm, PositionedFormSet
from articles.forms.shared_choices import SharingForms
from articles.models import RelatedPost


class EditRelatedPostForm(PositionedForm[RelatedPost]):
    """A pick: an article here, or an external address with a title."""


class NoticeFormSet(SharingForms, PositionedFormSet):
    """The lines at the end of an article."""


class OthersFormSet(SharingForms):
    """Rows that lead from what is edited to others of its kind.

    Forms leave constraints that name the parent unchecked, so this one is checked here.
    """

    def clean(self) -> None:
        """Refuse a row that leads back to where it starts."""
        super().clean()
        if self.instance.pk is not None and self.instance in self.chosen():
            raise ValidationError(f"“{self.instance}” can't be tied to itself.", code="itself")

    def chosen(self) -> list[Any]:
        """Return what the rows that stay lead to."""
        (name,) = self.shared
        kept = [form for form in self.forms if form.is_valid() and not form.cleaned_data.get("DELETE")]
        return [other for form in kept if (other := form.cleaned_data.get(name)) is not None]


class RelatedPostFormSet(OthersFormSet, PositionedFormSet):
    """The picks of an article, each article once."""

    shared = ("post",)

    def clean(self) -> None:
        """Refuse an article that is picked twice."""
        super().clean()
        for post, count in Counter(self.chosen()).items():
            if count > 1:
                raise ValidationError(f"“{post}” is picked twice.", code="duplicate")


class RelatedBlockFormSet(OthersFormSet):
    """The articles that are never proposed under an article."""

    shared = ("blocked",)


class ItemRelationFormSet(OthersFormSet):
    """How an item bears on others."""

    shared = ("to_item",)
