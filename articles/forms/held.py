"""The forms of held votes: a window of time, and what an editor decides about it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class Decision(models.TextChoices):
    """What becomes of the votes of a window."""

    RELEASE = "release", "Release: the held votes count from now on"
    VOID = "void", "Void the held votes: they never count"
    VOID_ALL = "void_all", "Void all: the held votes, and those of this window that count already"


def _moment(label: str, help_text: str) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, help_text=help_text, widget=widget)


class ChooseWindowForm(forms.Form):
    """The window of time whose votes are looked at."""

    since = _moment("From", "")
    until = _moment("To", "The votes before this moment.")

    def clean(self) -> dict[str, Any]:
        """Refuse a window without a moment in it."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since >= until:
            raise ValidationError("The window ends before it begins.", code="window")
        return cleaned


class DecideHeldVotesForm(ChooseWindowForm):
    """What is decided about the window that was looked at."""

    decision = forms.ChoiceField(choices=Decision, widget=forms.RadioSelect, label="Decision")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateTimeInput(
                format="%Y-%m-%dT%H:%M:%S", attrs={"type": "hidden"}
            )
