"""Language tags of content: their form, and the direction in which their script runs."""

import re

from django.core.exceptions import ValidationError

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}


def validate_language(value: str) -> None:
    """Raise a ValidationError unless ``value`` looks like a BCP 47 tag: language[-Script][-REGION]."""
    if not _TAG.fullmatch(value):
        raise ValidationError("Enter a language tag such as en, fr, zh-Hans or pt-BR.", code="invalid")


def direction_of(language: str) -> str:
    """Return ``rtl`` for languages written from right to left, else ``ltr``."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
