"""FAULTS.md S02 and S08 at the door of the database: what no form may have seen."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, RelatedPost
from regions.fields import WebURLFormField
from tests.factories import make_article, make_region

BAD_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/",
    "\\\\evil.example",
    "/\\evil.example",
    "ftp://example.org/",
    "&#106;avascript:alert(1)",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_forms_refuse_what_is_no_web_address(address: str) -> None:
    with pytest.raises(ValidationError):
        WebURLFormField().clean(address)


@pytest.mark.parametrize("address", BAD_ADDRESSES)
@pytest.mark.django_db
def test_the_database_refuses_it_too(address: str) -> None:
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        RelatedPost.objects.create(article=article, url=address, title="x")


@pytest.mark.django_db
def test_a_scheme_in_capitals_is_stored_in_small_letters() -> None:
    article = make_article(source_url="HTTPS://Example.org/A")
    article.refresh_from_db()
    assert article.source_url == "https://Example.org/A"


@pytest.mark.django_db
def test_control_characters_are_dropped_by_every_way_of_saving() -> None:
    article = make_article("A\x00 title\x0b\nof one line")
    assert article.title == "A title of one line"
    Article.objects.filter(pk=article.pk).update(title="B\x08\x00", standfirst="C\x1f\r\nD")
    article.refresh_from_db()
    assert (article.title, article.standfirst) == ("B", "C\nD")
    region = make_region("Jil\x00in")
    assert region.name == "Jilin"
