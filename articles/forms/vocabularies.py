"""The form of topics: names that differ by more than case."""

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Topic
from regions.text import clean_text


class EditTopicForm(forms.ModelForm[Topic]):
    """A topic under a name that no other has in any case."""

    def clean_name(self) -> str:
        """Return the name without needless spaces."""
        name = " ".join(clean_text(self.cleaned_data["name"], multiline=False).split())
        if not name:
            raise ValidationError("Enter a name.", code="required")
        if Topic.objects.exclude(pk=self.instance.pk).filter(name__iexact=name).exists():
            raise ValidationError("There is a topic of this name already.", code="unique")
        return name
