"""FAULTS.md T01: any text is stored as it is and shown as it is, apart from its surroundings."""

import pytest
from django.test import Client
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import Article, PolicyItem
from regions.text import clean_text
from tests.factories import make_article, make_item
from tests.reading import read

pytestmark = pytest.mark.django_db

ANY_TEXT = st.text(min_size=1, max_size=80).filter(
    lambda text: bool(clean_text(text, multiline=False).strip())
)


@given(text=ANY_TEXT)
@example("🏳️‍🌈 family: 👩‍👩‍👧")
@example("مرسوم رقم 5 \u202e gnihtemos \u202c")
@example("e\u0301 and é, ﬁ and fi, Å and Å")
@example("<b>&amp;</b> \"quoted\" 'so' {{ x }} {% y %}")
@example("\u2066isolated\u2069\u200b\u00ad")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_text_reaches_the_reader_as_it_was_typed(client: Client, text: str) -> None:
    article = make_article(slug=f"a{Article.objects.count()}", title=text, standfirst=text, body="")
    item = make_item(article, heading=text, body=f"<p>{escape(text)}</p>")
    stored = clean_text(text, multiline=False)
    assert Article.objects.get(pk=article.pk).title == PolicyItem.objects.get(pk=item.pk).heading == stored
    page = read(client, article.get_absolute_url())
    assert page.h1
    assert page.h1.get_text() == stored
    assert page.h1["dir"] == "auto"
    heading = page.select_one(".item-heading bdi")
    assert heading
    assert heading.get_text() == stored
    body = page.select_one(".item .prose p")
    assert body
    assert body.get_text() == clean_text(text)


@pytest.mark.parametrize("length", [1, 255, 256, 300])
def test_long_titles_and_addresses_are_shown_whole(client: Client, length: int) -> None:
    """FAULTS.md T02: up to the length that the forms allow."""
    article = make_article("ع" * length)
    page = read(client, article.get_absolute_url())
    assert page.h1
    assert page.h1.get_text() == "ع" * length
    assert len(article.slug) <= 200
