"""The stored lists follow what is public: rebuilt on publication and withdrawal, written where they differ.

"Ledger" is the word that the articles of these tests have in common.
"""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import tasks
from articles.choices import ArticleStatus
from articles.discover import documents
from articles.discover.rebuild import rebuild_all
from articles.models import Article, RelatedSuggestion
from tests.factories import make_article, make_digest, make_item, make_region

pytestmark = pytest.mark.django_db


def stored(article: Article) -> list[str]:
    return [suggestion.post.title for suggestion in article.related_suggestions.select_related("post")]


class TestLists:
    def test_articles_with_words_in_common_are_in_each_others_lists(self) -> None:
        one, other = make_article("One", body="<p>ledger</p>"), make_article("Two", body="<p>ledger</p>")
        make_article("Three", body="<p>trees</p>")
        rebuild_all()
        assert (stored(one), stored(other)) == (["Two"], ["One"])

    def test_the_items_of_a_digest_are_part_of_its_text(self) -> None:
        digest = make_digest("Freedonia", title="Digest")
        make_item(digest, body="<p>A ledger for customs.</p>", heading="Harbours")
        make_article("Ledgers", body="<p>ledger</p>")
        make_article("Ports", body="<p>harbours</p>")
        rebuild_all()
        assert sorted(stored(digest)) == ["Ledgers", "Ports"]

    def test_topics_of_items_and_regions_with_those_around_them_count(self) -> None:
        china = make_region("China")
        one, other = make_article("One", tags=["ai"]), make_article("Two")
        make_item(one, make_region("Jiangsu", china), body="")
        make_item(other, make_region("Jilin", china), body="", tags=["ai"])
        rebuild_all()
        [suggestion] = one.related_suggestions.all()
        assert (suggestion.shared_topics, suggestion.shared_regions) == (1, 1)

    def test_what_is_not_public_is_in_no_list_and_has_none(self) -> None:
        make_article(body="<p>ledger</p>")
        for status in ArticleStatus:
            date = timezone.now() + timedelta(days=1)
            hidden = status != ArticleStatus.PUBLISHED
            make_article(status=status, published_at=date if hidden else None or date, body="<p>ledger</p>")
        rebuild_all()
        assert not RelatedSuggestion.objects.exists()

    def test_a_scheduled_article_joins_when_its_time_has_come(self) -> None:
        make_article(body="<p>ledger</p>")
        past = timezone.now() - timedelta(minutes=1)
        make_article(status=ArticleStatus.SCHEDULED, published_at=past, body="<p>ledger</p>")
        rebuild_all()
        assert RelatedSuggestion.objects.count() == 2

    def test_only_the_newest_articles_are_compared(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(documents, "MOST", 2)
        now = timezone.now()
        for days in (1, 2, 3):
            make_article(f"{days} days old", published_at=now - timedelta(days=days), body="<p>ledger</p>")
        rebuild_all()
        assert set(RelatedSuggestion.objects.values_list("post__title", flat=True)) == {
            "1 days old",
            "2 days old",
        }


class TestWriting:
    def test_a_second_run_changes_nothing(self) -> None:
        for _ in range(3):
            make_article(body="<p>ledger</p>")
        assert rebuild_all() == 3
        before = list(RelatedSuggestion.objects.order_by("pk").values())
        assert rebuild_all() == 0
        assert list(RelatedSuggestion.objects.order_by("pk").values()) == before

    def test_a_withdrawn_article_leaves_the_lists_of_the_others(self) -> None:
        one, other = make_article(body="<p>ledger</p>"), make_article(body="<p>ledger</p>")
        rebuild_all()
        other.archive()
        assert rebuild_all() == 1
        assert stored(one) == []

    def test_the_number_of_queries_does_not_grow_with_the_articles(
        self, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(12):
            make_digest()
        with django_assert_max_num_queries(12):
            rebuild_all()

    def test_articles_deleted_meanwhile_are_left_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        one, gone = make_article("One", body="<p>ledger</p>"), make_article("Gone", body="<p>ledger</p>")
        make_article("Two", body="<p>ledger</p>")
        found = documents.public_documents()
        gone.delete()
        monkeypatch.setattr("articles.discover.rebuild.public_documents", lambda: found)
        rebuild_all()
        assert stored(one) == ["Two"]


class TestCommand:
    def test_it_tells_its_progress_and_what_changed(self) -> None:
        for _ in range(2):
            make_article(body="<p>ledger</p>")
        output = StringIO()
        call_command("rebuildrelated", stdout=output)
        assert output.getvalue() == "2 of 2 articles\n2 lists changed.\n"

    def test_progress_comes_batch_by_batch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("articles.discover.rebuild.BATCH", 2)
        for _ in range(3):
            make_article()
        told: list[tuple[int, int]] = []
        rebuild_all(progress=lambda done, total: told.append((done, total)))
        assert told == [(2, 3), (3, 3)]


class TestWhenItRuns:
    def test_publishing_rebuilds_the_lists(self, django_capture_on_commit_callbacks: Any) -> None:
        one = make_article("One", body="<p>ledger</p>")
        draft = make_article("Two", body="<p>ledger</p>", status=ArticleStatus.DRAFT, published_at=None)
        with django_capture_on_commit_callbacks(execute=True):
            draft.publish()
        assert stored(one) == ["Two"]

    def test_archiving_rebuilds_the_lists(self, django_capture_on_commit_callbacks: Any) -> None:
        one, other = make_article(body="<p>ledger</p>"), make_article(body="<p>ledger</p>")
        rebuild_all()
        with django_capture_on_commit_callbacks(execute=True):
            other.archive()
        assert stored(one) == []

    def test_an_article_that_is_created_public_counts_at_once(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        one = make_article("One", body="<p>ledger</p>")
        with django_capture_on_commit_callbacks(execute=True):
            make_article("Two", body="<p>ledger</p>")
        assert stored(one) == ["Two"]

    @pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED])
    def test_work_on_what_is_not_public_rebuilds_nothing(
        self, status: str, django_capture_on_commit_callbacks: Any
    ) -> None:
        draft = make_article(status=ArticleStatus.DRAFT, published_at=None)
        draft.status = status
        with django_capture_on_commit_callbacks() as callbacks:
            draft.save()
        assert callbacks == []

    def test_a_correction_of_a_public_text_waits_for_the_night(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        article = make_article()
        article.body = "<p>Corrected.</p>"
        with django_capture_on_commit_callbacks() as callbacks:
            article.save()
        assert callbacks == []

    def test_one_task_waits_for_however_many_publications(self, settings: Any) -> None:
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        for _ in range(3):
            tasks.rebuild_related_soon()
        assert DBTaskResult.objects.count() == 1

    def test_a_publication_during_a_rebuild_is_not_forgotten(self, settings: Any) -> None:
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        tasks.rebuild_related_soon()
        DBTaskResult.objects.get().claim("worker")
        tasks.rebuild_related_soon()
        assert DBTaskResult.objects.ready().count() == 1
