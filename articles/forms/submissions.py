"""Forms that make one row however often they are sent: by a double click, a retry, or the way back."""

from typing import Any, TypeVar

from django import forms
from django.db import models

from articles.save_tokens import TOKEN_LENGTH, new_token

Instance = TypeVar("Instance", bound=models.Model)


class SubmissionForm(forms.ModelForm[Instance]):
    """A form whose page brings a random key, under which it makes a row at most once."""

    submission_key = forms.CharField(required=False, max_length=TOKEN_LENGTH, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["submission_key"] = new_token()
        else:
            del self.fields["submission_key"]
