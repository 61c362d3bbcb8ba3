"""The form by which the office shares the preview of an article."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article, PreviewLink
from articles.models.preview import MAX_DAYS

DEFAULT_DAYS = 7
MAX_OPEN_LINKS = 20  # of one article; so that the list of them stays one that somebody reads


class SharePreviewForm(forms.Form):
    """For whom a link is, and how many days it works."""

    note = forms.CharField(
        label="For whom (only the office sees this)",
        required=False,
        max_length=PreviewLink._meta.get_field("note").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    days = forms.IntegerField(
        label="Days that it works", min_value=1, max_value=MAX_DAYS, initial=DEFAULT_DAYS
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean(self) -> dict[str, Any]:
        """Refuse a link too many."""
        if self.article.preview_links.open().count() >= MAX_OPEN_LINKS:
            raise ValidationError(f"{MAX_OPEN_LINKS} links work already. Revoke one that nobody needs.")
        return self.cleaned_data
