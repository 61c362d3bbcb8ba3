"""The forms of topics and series: names that differ by more than case, slugs that collide with none."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Series, Topic
from regions.text import clean_text, slug_for


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


class EditSeriesForm(forms.ModelForm[Series]):
    """A series, under a slug made from its name unless one is given."""

    def clean(self) -> dict[str, Any]:
        """Find a slug where none is given."""
        cleaned = super().clean() or self.cleaned_data
        if "name" in cleaned and cleaned.get("slug") == "":
            cleaned["slug"] = self._free_slug(cleaned["name"])
        return cleaned

    def _free_slug(self, name: str) -> str:
        base = slug_for(name, max_length=90)
        others = Series.objects.exclude(pk=self.instance.pk).filter(slug__startswith=base)
        taken = set(others.values_list("slug", flat=True))
        candidate, count = base, 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        return candidate
