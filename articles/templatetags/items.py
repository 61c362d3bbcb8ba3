"""Template tags of the items on the page of their article."""

from django import forms, template
from django.utils.safestring import SafeString

from articles.forms.field_rows import field_row

register = template.Library()


@register.simple_tag
def item_field(field: forms.BoundField) -> SafeString:
    """Draw a field with its label, help and errors."""
    return field_row(field, getattr(field.form, "copies", {}))
