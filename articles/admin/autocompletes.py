"""Foreign keys that are chosen by autocomplete, drawn without a query for each row."""

from typing import Any, TypeVar

from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.http import HttpRequest

from articles.forms.shared_choices import SharedChoiceField, SharedSelect
from articles.models import Article, PolicyItem

Row = TypeVar("Row", bound=models.Model)


class SharedAutocompletes(BaseModelAdmin[Row]):
    """Lets the fields of ``autocomplete_fields`` share the rows that one query fetched."""

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Draw an autocomplete that knows its rows."""
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = SharedSelect(db_field, self.admin_site)
            kwargs["form_class"] = SharedChoiceField
            kwargs["queryset"] = _with_labels(db_field.related_model)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def _with_labels(model: Any) -> "models.QuerySet[Any]":
    """Return the rows of a model with what their labels say."""
    if model is PolicyItem:
        return PolicyItem.objects.select_related("article").with_regions()
    if model is Article:
        return Article.objects.defer("introduction", "body", "conclusion")
    rows: models.QuerySet[Any] = model._default_manager.all()
    return rows
