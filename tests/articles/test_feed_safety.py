"""Feeds and sitemap: always well-formed, never a word that is not public, cacheable, few queries."""

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, example, given, strategies
from hypothesis import settings as hypothesis_settings

from articles.choices import ArticleStatus
from articles.models import Article, Notice, PolicyItem, Series, Topic
from regions.models import Region
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db

FEEDS = ["/feeds/latest.atom", "/feeds/topics/ai.atom", "/feeds/regions/france.atom"]
DOORS = [*FEEDS, "/sitemap.xml"]
ANY_CHARACTER = strategies.characters(exclude_categories=[])  # lone surrogates and controls included


class World:
    """A digest about AI in France, in which a word can be written wherever there is text."""

    def __init__(self) -> None:
        self.series = Series.objects.create(name="Weekly", slug="weekly")
        self.article = make_article(slug="digest", series=self.series, tags=["ai"])
        self.region = make_region("France")
        self.item = make_item(self.article, self.region, tags=["ai"])
        self.item.source_url = "https://gov.example/"
        self.notice = Notice.objects.create(article=self.article, text="Reprints welcome.")
        self.topic = Topic.objects.get(slug="ai")

    def write(self, word: str) -> None:
        prose = f"<p>{word}</p>"
        texts: dict[Any, dict[str, str]] = {
            self.article: dict.fromkeys(("introduction", "body", "conclusion"), prose)
            | dict.fromkeys(("title", "standfirst", "byline"), word),
            self.item: {"body": prose, "heading": word, "section": word, "source_title": word},
            self.notice: {"text": word},
            self.series: {"name": word or "Weekly"},
            self.region: {"name": word},
            self.topic: {"name": word},
        }
        for row, fields in texts.items():
            for field, value in fields.items():
                setattr(row, field, value)
            row.save()

    def hide(self, status: str) -> None:
        tomorrow = timezone.now() + timedelta(days=1)
        self.article.status, self.article.published_at = status, tomorrow
        self.article.save()


@hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(word=strategies.text(ANY_CHARACTER, max_size=40))
@example(word="]]>")
@example(word="\x00\x0b\x1b\x7f\x85\ud800\ufffe\uffff")
@example(word="<![CDATA[&nbsp;&#0;&#x1F;")
def test_no_text_breaks_a_feed_or_the_sitemap(word: str, client: Client) -> None:
    """FAULTS.md S08: from any text in any field to a feed that an XML parser reads."""
    world = World() if not Article.objects.exists() else _same_world()
    world.write(word)
    answers = [client.get(door, follow=True) for door in DOORS]  # a renamed region moves
    assert [answer.status_code for answer in answers] == [200] * len(DOORS)
    roots = [ElementTree.fromstring(answer.content) for answer in answers]
    world.article.refresh_from_db()
    titles = [root.findtext("{*}entry/{*}title") for root in roots[:2]]
    assert titles == [world.article.title, world.article.title]


def _same_world() -> World:
    world = World.__new__(World)
    world.series, world.article, world.region = (
        Series.objects.get(),
        Article.objects.get(),
        Region.objects.get(),
    )
    world.item, world.notice, world.topic = (
        PolicyItem.objects.get(),
        Notice.objects.get(),
        Topic.objects.get(),
    )
    return world


class TestVisibility:
    """FAULTS.md A01."""

    @pytest.mark.parametrize("status", [s for s in ArticleStatus if s != ArticleStatus.PUBLISHED])
    def test_no_door_shows_a_word_of_what_is_not_public(self, status: str, client: Client) -> None:
        world = World()
        make_item(make_article(tags=["ai"]), world.region)
        world.write("canary")
        world.region.name, world.topic.name, world.series.name = "France", "ai", "Weekly"
        for row in (world.region, world.topic, world.series):
            row.save()
        assert all("canary" in client.get(feed).content.decode() for feed in FEEDS)
        world.hide(status)
        for door in DOORS:
            page = client.get(door).content.decode()
            assert "canary" not in page
            assert "/articles/digest/" not in page
            assert f"/items/{world.item.pk}/" not in page


class TestCaching:
    @pytest.mark.parametrize("door", [*DOORS, "/robots.txt"])
    def test_caches_may_keep_it_and_it_sets_no_cookie(self, door: str, client: Client) -> None:
        World()
        response = client.get(door)
        assert response.status_code == 200
        assert "public" in response["Cache-Control"]
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    @pytest.mark.parametrize("door", DOORS)
    def test_who_has_it_already_gets_304(self, door: str, client: Client) -> None:
        World()
        response = client.get(door)
        again = client.get(door, headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content) == (304, b"")

    @pytest.mark.parametrize("door", DOORS)
    def test_who_has_an_older_one_gets_the_new_one(self, door: str, client: Client) -> None:
        world = World()
        etag = client.get(door)["ETag"]
        make_item(make_article(tags=["ai"]), world.region)
        assert client.get(door, headers={"if-none-match": etag}).status_code == 200

    @pytest.mark.parametrize("feed", FEEDS)
    def test_a_feed_that_has_not_changed_since_is_304(self, feed: str, client: Client) -> None:
        World()
        since = client.get(feed)["Last-Modified"]
        assert client.get(feed, headers={"if-modified-since": since}).status_code == 304

    @pytest.mark.parametrize("door", [*DOORS, "/robots.txt"])
    def test_it_is_only_read(self, door: str, client: Client) -> None:
        World()
        assert client.head(door).status_code == 200
        assert client.post(door).status_code in (403, 405)


class TestQueries:
    @pytest.mark.parametrize("door", DOORS)
    def test_their_number_is_the_same_for_one_and_for_many(
        self, door: str, client: Client, django_assert_num_queries: Any
    ) -> None:
        world = World()
        with CaptureQueriesContext(connection) as few:
            client.get(door)
        for _ in range(15):
            article = make_article(tags=["ai", "law"], series=world.series)
            for _ in range(3):
                make_item(article, world.region, make_region(), tags=["ai"])
        with django_assert_num_queries(len(few)):
            client.get(door)
