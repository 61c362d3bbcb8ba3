"""The form by which many items are changed at once."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.bulk_edits import BulkEdit
from articles.choices import Action
from articles.forms.shared_choices import OrderedChoiceField, SharedSelectMultiple
from articles.forms.topics import TopicsField
from articles.models import PolicyItem
from regions.models import Region

KEEP, NOT_KNOWN = "", "not_known"
ADD, REPLACE = "add", "replace"


class EditItemsForm(forms.Form):
    """What to set on every chosen item; what is left empty stays as it is on each."""

    action = forms.ChoiceField(
        choices=[(KEEP, "as it is on each"), (NOT_KNOWN, "not known"), *Action.choices],
        required=False,
        label="What happened",
    )
    topics_added = TopicsField(label="Topics to add")
    topics_removed = TopicsField(label="Topics to remove", help_text="Items without them stay as they are.")
    regions = OrderedChoiceField(
        Region.objects.with_parents(),
        required=False,
        label="Regions",
        widget=SharedSelectMultiple(PolicyItem._meta.get_field("regions"), admin.site),
        help_text="Left empty, each item keeps its regions.",
    )
    regions_how = forms.ChoiceField(
        choices=[(ADD, "after those that the item has"), (REPLACE, "instead of those that the item has")],
        initial=ADD,
        label="Put these regions",
    )

    def clean(self) -> dict[str, Any]:
        """Refuse an edit that sets nothing, or adds and removes the same topic."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        added, removed = cleaned.get("topics_added") or [], cleaned.get("topics_removed") or []
        both = {name.casefold() for name in added} & {name.casefold() for name in removed}
        if both:
            raise ValidationError({"topics_removed": "A topic can't be added and removed at once."})
        if not self.errors and not (cleaned.get("action") or added or removed or cleaned.get("regions")):
            raise ValidationError("Choose what to set.", code="nothing")
        return cleaned

    @property
    def edit(self) -> BulkEdit:
        """What was chosen, on a valid form."""
        chosen = self.cleaned_data
        action = {KEEP: None, NOT_KNOWN: ""}.get(chosen["action"], chosen["action"])
        return BulkEdit(
            action=action,
            topics_added=chosen["topics_added"],
            topics_removed=chosen["topics_removed"],
            regions=chosen["regions"],
            replaces_regions=chosen["regions_how"] == REPLACE,
        )
