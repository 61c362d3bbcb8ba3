"""FAULTS.md S02: every field for an address, of every model, takes addresses of the web and nothing else."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from articles.models import Article, PolicyItem, RelatedPost
from regions.fields import WebURLField
from tests.factories import make_article, make_item

OURS = ("articles", "regions", "policytracker")
FIELDS = [
    field
    for model in apps.get_models()
    if model._meta.app_label in OURS
    for field in model._meta.get_fields()
    if isinstance(field, models.URLField) or (isinstance(field, models.Field) and "url" in field.name)
]
BAD = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "https:evil.example",
    "http:/evil.example",
    "mailto:a@b.example",
    "ftp://evil.example/",
]
by_name = pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.model.__name__}.{field.name}")


def test_the_fields_are_found() -> None:
    assert {(field.model, field.name) for field in FIELDS} >= {
        (Article, "source_url"),
        (PolicyItem, "source_url"),
        (PolicyItem, "archived_url"),
        (RelatedPost, "url"),
    }


@by_name
def test_an_address_is_kept_in_the_field_that_was_made_for_it(field: Any) -> None:
    assert isinstance(field, WebURLField)


@by_name
@pytest.mark.parametrize("address", BAD)
def test_forms_refuse_it(field: Any, address: str) -> None:
    with pytest.raises(ValidationError):
        field.formfield().clean(address)


@by_name
@pytest.mark.parametrize("address", BAD)
def test_validation_without_a_form_refuses_it(field: Any, address: str) -> None:
    with pytest.raises(ValidationError):
        field.clean(address, None)


@by_name
@pytest.mark.parametrize("address", BAD)
@pytest.mark.django_db
def test_the_database_refuses_it_whoever_writes(field: Any, address: str) -> None:
    row = existing_row(field.model)
    with pytest.raises(IntegrityError), transaction.atomic():
        field.model.objects.filter(pk=row.pk).update(**{field.name: address})


@by_name
@pytest.mark.parametrize(
    "address", ["https://policy.example/a?b=c#d", "http://policy.example/", "https://例え.jp/"]
)
def test_addresses_of_the_web_are_taken(field: Any, address: str) -> None:
    assert field.formfield().clean(address) == address


def existing_row(model: type[models.Model]) -> models.Model:
    """Return a row of the model to write into; a new model with an address needs a line here."""
    article = make_article()
    rows: dict[type[models.Model], Any] = {
        Article: lambda: article,
        PolicyItem: lambda: make_item(article),
        RelatedPost: lambda: RelatedPost.objects.create(article=article, url="https://x.example", title="x"),
    }
    row: models.Model = rows[model]()
    return row
