"""What is due is published once; readers see it in time whether or not anything runs (FAULTS.md D08, D09)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article
from articles.publishing import publish_due
from tests.articles.votes.crowd import at_once
from tests.factories import make_article, make_item, make_region

AN_HOUR_AGO = timedelta(hours=-1)


def scheduled(title: str = "", *, after: timedelta = AN_HOUR_AGO, **fields: Any) -> Article:
    date = timezone.now() + after
    return make_article(title, status=ArticleStatus.SCHEDULED, published_at=date, **fields)


@pytest.mark.django_db
class TestPublishing:
    def test_what_is_due_is_published_with_the_date_it_was_scheduled_for(self) -> None:
        article = scheduled()
        date = article.published_at
        assert publish_due() == 1
        article.refresh_from_db()
        assert (article.status, article.published_at) == (ArticleStatus.PUBLISHED, date)

    def test_a_second_run_finds_nothing(self) -> None:
        scheduled()
        assert [publish_due(), publish_due()] == [1, 0]

    def test_what_is_not_yet_due_waits(self) -> None:
        article = scheduled(after=timedelta(minutes=1))
        assert publish_due() == 0
        article.refresh_from_db()
        assert article.status == ArticleStatus.SCHEDULED

    @pytest.mark.parametrize("status", [s for s in ArticleStatus if s != ArticleStatus.SCHEDULED])
    def test_nothing_else_is_touched(self, status: str) -> None:
        article = make_article(status=status)
        assert publish_due() == 0
        article.refresh_from_db()
        assert article.status == status

    def test_a_stopped_run_is_finished_by_the_next(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """FAULTS.md D08, D09: each article is a transaction of its own."""
        first, second = scheduled(), scheduled()
        publish = Article.publish

        def die_at_the_second(article: Article, **options: Any) -> None:
            if article.pk == second.pk:
                raise KeyboardInterrupt
            publish(article, **options)

        monkeypatch.setattr(Article, "publish", die_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            publish_due()
        monkeypatch.undo()
        assert publish_due() == 1
        assert {article.status for article in Article.objects.all()} == {ArticleStatus.PUBLISHED}
        assert first.pk != second.pk

    def test_the_related_lists_are_rebuilt(self, django_capture_on_commit_callbacks: Any) -> None:
        scheduled()
        with django_capture_on_commit_callbacks() as callbacks:
            publish_due()
        assert len(callbacks) == 1


@pytest.mark.usefixtures("shared_database")
def test_runs_at_the_same_time_publish_each_article_once() -> None:
    for _ in range(5):
        scheduled()
    assert sum(at_once([publish_due] * 8, threads=8)) == 5
    assert not Article.objects.due().exists()


@pytest.mark.django_db
class TestWithoutAWorker:
    """FAULTS.md D08: the worker is stopped past due time; no door waits for it."""

    @pytest.mark.parametrize(
        "address",
        [
            "/",
            "/articles/on-time/",
            "/regions/france/",
            "/topics/ai/",
            "/feeds/latest.atom",
            "/feeds/regions/france.atom",
            "/feeds/topics/ai.atom",
            "/sitemap.xml",
        ],
    )
    def test_readers_see_what_is_due_and_not_what_is_to_come(self, client: Client, address: str) -> None:
        france = make_region("France")
        for title, after in (("On time", AN_HOUR_AGO), ("Too early", timedelta(hours=1))):
            make_item(scheduled(title, after=after, tags=["ai"]), france)
        page = client.get(address).content.decode()
        assert "On time" in page or "on-time" in page
        assert "Too early" not in page
        assert "too-early" not in page
