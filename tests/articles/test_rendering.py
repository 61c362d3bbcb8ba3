"""An item is rendered once for what it shows: whatever changes shows at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles import rendering
from articles.digest import entries_of
from articles.models import Article, PolicyItem
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db


def shown(article: Article) -> list[str]:
    article = Article.objects.get(pk=article.pk)
    entries = entries_of(list(PolicyItem.objects.of(article)), article=article)
    return [rendering.item_html(entry, article) for entry in entries]


@pytest.fixture
def digest() -> Article:
    article = make_article()
    make_item(article, make_region("Freedonia"), announced_on=date(2026, 4, 8))
    make_item(article, make_region("Ruritania"))
    return article


def test_an_item_that_stays_as_it_is_is_rendered_once(digest: Article) -> None:
    rendering._rendered.cache_clear()
    first = shown(digest)
    assert shown(digest) == first
    assert rendering._rendered.cache_info().misses == 2


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"body": "<p>Quite another text.</p>"}, "Quite another text."),
        ({"heading": "Quite another heading"}, "Quite another heading"),
        ({"announced_on": date(2026, 5, 9)}, "9 May 2026"),
        ({"issuer": "The Other Ministry"}, "The Other Ministry"),
        ({"source_url": "https://example.org/other"}, "https://example.org/other"),
        ({"skip_before": 6}, 'data-number="7"'),
    ],
)
def test_a_changed_field_shows_at_once_by_whatever_way_it_was_saved(
    digest: Article, fields: dict[str, Any], text: str
) -> None:
    assert text not in shown(digest)[0]
    PolicyItem.objects.filter(pk=digest.items.first().pk).update(**fields)
    assert text in shown(digest)[0]


def test_what_lies_outside_of_the_item_shows_at_once_too(digest: Article) -> None:
    item = digest.items.first()
    shown(digest)
    region = item.region
    region.name = "Sylvania"
    region.save()
    assert "Sylvania" in shown(digest)[0]
    region.parent = make_region("Osterlich")
    region.save()
    assert "Sylvania · Osterlich" in shown(digest)[0]
    Article.objects.filter(pk=digest.pk).update(language="fr")
    assert '<bdi lang="fr">' in shown(digest)[0]
    PolicyItem.objects.filter(pk=item.pk).update(numbered=False)
    assert 'data-number="1"' in shown(digest)[1]
    make_item(make_article("The next step"), continues=item, announced_on=date(2026, 6, 1))
    assert "The next step" in shown(digest)[0]


def test_a_later_step_shows_when_its_time_has_come(digest: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = timezone.now() + timedelta(minutes=5)
    make_item(make_article("Scheduled", published_at=soon), continues=digest.items.first())
    assert "Scheduled" not in shown(digest)[0]
    monkeypatch.setattr(timezone, "now", lambda: soon)
    assert "Scheduled" in shown(digest)[0]
