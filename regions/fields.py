"""Model fields that store clean text and harmless addresses, whoever saves them."""

from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from regions.text import clean_text

WEB_SCHEMES = ("http", "https")

_Set = TypeVar("_Set", contravariant=True)
_Get = TypeVar("_Get", covariant=True)


class PlainCharField(models.CharField[_Set, _Get]):
    """A text of one line, stored without control characters."""

    def to_python(self, value: Any) -> Any:
        """Clean what a form or a loader hands over."""
        value = super().to_python(value)
        return clean_text(value, multiline=False) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """Clean what goes to the database, bulk operations included."""
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the instance what is stored."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class PlainTextField(models.TextField[_Set, _Get]):
    """A text of several lines, stored without control characters and with ``\\n`` line ends."""

    def to_python(self, value: Any) -> Any:
        """Clean what a form or a loader hands over."""
        value = super().to_python(value)
        return clean_text(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        """Clean what goes to the database, bulk operations included."""
        return self.to_python(super().get_prep_value(value))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the instance what is stored."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class WebURLFormField(forms.URLField):
    """Takes absolute http and https addresses; a protocol-relative ``//host`` is refused, not completed."""

    default_validators = [URLValidator(schemes=WEB_SCHEMES)]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("assume_scheme", "https")
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        """Refuse what browsers would read as another host."""
        if isinstance(value, str) and value.strip().startswith(("//", "\\", "/\\")):
            raise ValidationError(
                "Enter a full address that begins with https:// or http://.", code="invalid"
            )
        return super().to_python(value)


class WebURLField(models.URLField[_Set, _Get]):
    """An address of the web: http or https, at most 2,000 characters.

    Pair it with :func:`web_url_constraint`, so that no path around the forms can store another scheme.
    """

    default_validators = [URLValidator(schemes=WEB_SCHEMES)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 2000)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Clean the address and write its scheme in small letters."""
        value = super().to_python(value)
        if not isinstance(value, str):
            return value
        scheme, separator, rest = clean_text(value, multiline=False).strip().partition("://")
        return f"{scheme.lower()}{separator}{rest}" if separator else scheme

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leave on the instance what is stored."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        """Use the form field that refuses protocol-relative addresses."""
        return super().formfield(**{"form_class": WebURLFormField, **kwargs})


def web_url_constraint(field: str, *, name: str) -> models.CheckConstraint:
    """Return the constraint that a column is empty or begins with ``http://`` or ``https://``."""
    allowed = models.Q(**{field: ""})
    for scheme in WEB_SCHEMES:
        allowed |= models.Q(**{f"{field}__startswith": f"{scheme}://"})
    return models.CheckConstraint(
        condition=allowed, name=name, violation_error_message="Addresses begin with https:// or http://."
    )
