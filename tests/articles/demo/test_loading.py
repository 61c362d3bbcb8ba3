"""The demo as rows: what readers get from it, and that loading it again changes nothing."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from articles.choices import ArticleStatus, PolicyStatus
from articles.demo.loading import Loaded, load_content
from articles.demo.places import MissingRegionsError
from articles.digest import entries_of
from articles.discover import discover_more
from articles.models import Article, PolicyItem
from articles.steps import timelines_of
from tests.articles.demo.world import make_regions_of_the_demo

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """The demo, loaded once for this module and rolled back after it; each test is rolled back by itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_regions_of_the_demo()
        yield load_content()
        transaction.set_rollback(True)


def item(key: str) -> PolicyItem:
    return PolicyItem.objects.get(import_key=f"demo/{key}")


def steps_of(key: str) -> tuple[list[str], PolicyStatus]:
    timeline = timelines_of([item(key)])[item(key).pk]
    keys = dict(PolicyItem.objects.values_list("pk", "import_key"))
    return [keys[step.pk].removeprefix("demo/") for step in timeline.steps], timeline.status


def printed_numbers(key: str) -> list[str]:
    return [
        entry.printed_number for entry in entries_of(list(Article.objects.get(import_key=key).items.all()))
    ]


def test_the_great_digest_has_the_shape_of_its_model(loaded: Loaded) -> None:
    article = Article.objects.get(slug="thirteen-regions-on-blockchain-april-2020")
    titles = [entry.title for entry in entries_of(list(article.items.all()))]
    assert [item.position for item in article.items.all()] == list(range(14))
    assert titles[4] == "Hangzhou"
    assert titles[9:12] == ["Shanghai", "Dalian", "Beijing"]
    assert printed_numbers("demo/2020-04-10-blockchain") == [
        *(f"{number:02d}" for number in range(1, 12)),
        *("", "12", "13"),
    ]
    assert (article.tally.helpful, article.tally.total) == (93, 132)
    assert [notice.kind for notice in article.notices.all()] == ["reprint", "contact", "disclaimer"]
    assert [card.is_external for card in discover_more(article)] == [False] * 4 + [True] * 2


def test_numbers_restart_under_sections_and_leave_out_what_was_withdrawn(loaded: Loaded) -> None:
    assert printed_numbers("demo/2026-09-11-climate") == ["01", "02", "03", "04"] * 3
    assert printed_numbers("demo/2026-09-18-data-protection") == [
        *("01", "02", "03", "04"),
        *("06", "07", "08", "09", "10"),
    ]


def test_a_timeline_runs_through_three_digests_into_force(loaded: Loaded) -> None:
    steps, status = steps_of("2026-11-06-ai#berlin")
    assert steps == ["2026-09-04-ai#berlin", "2026-10-02-ai#berlin", "2026-11-06-ai#berlin"]
    assert status == PolicyStatus.IN_FORCE


def test_a_timeline_branches(loaded: Loaded) -> None:
    followers = item("2026-09-11-climate#chile").continued_by.all()
    assert {step.import_key for step in followers} == {
        "demo/2026-10-09-climate#antofagasta",
        "demo/2026-11-13-climate#magallanes",
    }


def test_most_policy_statuses_are_somebodys_latest(loaded: Loaded) -> None:
    items = list(PolicyItem.objects.published())
    statuses = {timeline.status for timeline in timelines_of(items).values()}
    assert statuses == set(PolicyStatus)


def test_only_what_is_published_is_public(loaded: Loaded) -> None:
    hidden = Article.objects.exclude(pk__in=Article.objects.published())
    assert {article.status for article in hidden} == set(ArticleStatus) - {ArticleStatus.PUBLISHED}
    assert Article.objects.published().count() + hidden.count() == loaded.articles


def test_discover_more_has_its_lists_at_once(loaded: Loaded) -> None:
    post = Article.objects.get(import_key="demo/2026-11-03-pilots")
    assert [card.reason for card in discover_more(post)].count("recent") == 0
    assert len(discover_more(post)) == 6


def test_articles_look_as_old_as_they_are(loaded: Loaded) -> None:
    corrected = Article.objects.get(import_key="demo/2026-10-30-data-protection")
    assert corrected.modified_at == corrected.corrected_at
    digest = Article.objects.get(import_key="demo/2026-10-09-climate")
    assert digest.modified_at == digest.published_at


def test_loading_again_writes_nothing(loaded: Loaded) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        again = load_content()
    assert again == Loaded(articles=0, items=0, kept=loaded.articles)
    assert [
        query["sql"] for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ] == []


def test_loading_again_keeps_what_an_editor_has_changed(loaded: Loaded) -> None:
    Article.objects.filter(import_key="demo/2026-10-09-climate").update(title="Better")
    item("2026-10-09-climate#bavaria").delete()
    load_content()
    article = Article.objects.get(import_key="demo/2026-10-09-climate")
    assert article.title == "Better"
    assert article.items.count() == 9


def test_an_article_that_was_deleted_comes_back_without_ties_to_items_that_are_gone(loaded: Loaded) -> None:
    item("2026-09-11-climate#chile").delete()
    Article.objects.get(import_key="demo/2026-10-09-climate").delete()
    assert load_content() == Loaded(articles=1, items=10, kept=loaded.articles - 1)
    assert item("2026-10-09-climate#antofagasta").continues is None
    assert item("2026-10-09-climate#antofagasta").relations.count() == 0


def test_it_names_the_regions_that_are_missing(loaded: Loaded) -> None:
    Article.objects.get(import_key="demo/2026-09-11-climate").delete()
    gone = item("2026-11-13-climate#quebec").regions.get()
    gone.item_regions.all().delete()
    gone.places.all().delete()
    gone.delete()
    with pytest.raises(MissingRegionsError, match="CA-QC"):
        load_content()
