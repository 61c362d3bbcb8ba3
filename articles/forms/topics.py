"""Topics as editors choose them: known ones by autocomplete, new ones by typing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.forms.shared_choices import KeptSelectMultiple
from articles.models import Article, Topic
from regions.text import clean_text

MAX_TOPICS = 30
_MAX_LENGTH: int = Topic._meta.get_field("name").max_length


class TopicsAutocomplete(KeptSelectMultiple):
    """An autocomplete whose values are the topics' names, so that a new topic is a value like any other."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        typing = {"data-tags": "true", "data-token-separators": '[","]'}
        super().__init__(Article._meta.get_field("tags"), admin.site, attrs=typing | (attrs or {}))

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        """Return the chosen topics."""
        options = [self.create_option(name, topic, topic, True, index) for index, topic in enumerate(value)]
        return [(None, options, 0)]


class TopicsField(forms.Field):
    """Takes names of topics, known or new. Cleans to a list of names, each once whatever its case."""

    widget = TopicsAutocomplete

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Type to find a topic, or to add a new one; a comma ends it.")
        super().__init__(**{"required": False, "label": "Topics", **kwargs})

    def to_python(self, value: Any) -> list[str]:
        """Return the names without needless spaces."""
        names = (" ".join(clean_text(str(name), multiline=False).split()) for name in value or [])
        return list({name.casefold(): name for name in names if name}.values())

    def validate(self, value: list[str]) -> None:
        """Refuse what the table of topics can't hold."""
        super().validate(value)
        if len(value) > MAX_TOPICS:
            raise ValidationError(f"Choose at most {MAX_TOPICS} topics.", code="max_count")
        for name in value:
            if len(name) > _MAX_LENGTH:
                message = f"A topic has at most {_MAX_LENGTH} characters: “{name[:40]}…” is too long."
                raise ValidationError(message, code="max_length")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other topics were chosen; their order doesn't count."""
        return set(initial or []) != set(data or [])
