"""FAULTS.md D06: slugs may change, swap and come back; every address that was public leads to its article."""

import pytest
from django.db import transaction
from hypothesis import settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from articles.choices import ArticleStatus
from articles.models import Article, ArticleRedirect
from tests.factories import make_article

SLUGS = ("a", "b", "c")


def target_of(slug: str) -> str | None:
    """Return the title of the article that the address ends at, by the rules of the article page."""
    live = Article.objects.published().filter(slug=slug).first()
    if live:
        return live.title
    redirect = ArticleRedirect.objects.filter(slug=slug).select_related("article").first()
    return redirect.article.title if redirect else None


@pytest.mark.django_db
class TestSlugs:
    def test_an_empty_slug_is_made_from_the_title(self) -> None:
        assert make_article("Blockchain in Jiangsu & Jilin").slug == "blockchain-in-jiangsu-jilin"

    def test_a_title_without_latin_letters_is_transliterated(self) -> None:
        assert make_article("江苏省区块链").slug == "jiangsushengqukuailian"

    def test_a_title_without_any_letters_still_gets_a_slug(self) -> None:
        assert make_article("!!!").slug == "article"

    def test_equal_titles_get_different_slugs(self) -> None:
        assert [make_article("News").slug for _ in range(3)] == ["news", "news-2", "news-3"]

    def test_a_made_slug_never_takes_the_old_address_of_another_article(self) -> None:
        moved = make_article("News")
        moved.slug = "other"
        moved.save()
        assert make_article("News").slug == "news-2"

    def test_a_very_long_title_gives_a_slug_that_fits(self) -> None:
        assert len(make_article("word " * 59).slug) <= 200


@pytest.mark.django_db
class TestRedirects:
    def test_a_changed_slug_leaves_a_redirect(self) -> None:
        article = make_article(slug="old")
        article.slug = "new"
        article.save()
        assert target_of("old") == target_of("new") == article.title

    def test_many_changes_leave_no_chain(self) -> None:
        article = make_article(slug="one")
        for slug in ("two", "three", "four"):
            article.slug = slug
            article.save()
        assert {row.article.slug for row in ArticleRedirect.objects.all()} == {"four"}

    def test_a_slug_that_comes_back_is_no_loop(self) -> None:
        article = make_article(slug="a")
        for slug in ("b", "a"):
            article.slug = slug
            article.save()
        assert list(ArticleRedirect.objects.values_list("slug", flat=True)) == ["b"]

    def test_a_draft_leaves_no_trace_of_its_old_slug(self) -> None:
        draft = make_article(slug="secret", status=ArticleStatus.DRAFT)
        draft.slug = "open"
        draft.save()
        assert not ArticleRedirect.objects.exists()

    def test_a_live_page_beats_a_redirect(self) -> None:
        first, second = make_article(slug="a"), make_article(slug="x")
        first.slug = "b"
        first.save()
        second.slug = "a"
        second.save()
        assert target_of("a") == second.title


class SlugMachine(RuleBasedStateMachine):
    """Publishes, renames, archives and deletes a few articles that fight for three slugs."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, set[str]] = {}
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def alive(self) -> list[Article]:
        return list(Article.objects.order_by("pk"))

    @precondition(lambda self: len(self.alive()) < 3)
    @rule(slug=strategies.sampled_from(SLUGS), public=strategies.booleans())
    def create(self, slug: str, public: bool) -> None:
        if Article.objects.filter(slug=slug).exists():
            return
        article = make_article(slug=slug, status=ArticleStatus.PUBLISHED if public else ArticleStatus.DRAFT)
        if public:
            self.known.setdefault(article.title, set()).add(slug)

    @precondition(lambda self: self.alive())
    @rule(which=strategies.integers(0, 2), slug=strategies.sampled_from(SLUGS))
    def rename(self, which: int, slug: str) -> None:
        articles = self.alive()
        article = articles[which % len(articles)]
        if Article.objects.filter(slug=slug).exclude(pk=article.pk).exists():
            return
        article.slug = slug
        article.save()
        if article.is_public:
            self.known.setdefault(article.title, set()).add(slug)

    @precondition(lambda self: self.alive())
    @rule(which=strategies.integers(0, 2))
    def delete(self, which: int) -> None:
        articles = self.alive()
        article = articles[which % len(articles)]
        self.known.pop(article.title, None)
        article.delete()

    @invariant()
    def every_known_address_leads_somewhere_public(self) -> None:
        for title, slugs in self.known.items():
            for slug in slugs:
                assert target_of(slug) is not None, (title, slug)

    @invariant()
    def no_article_redirects_from_its_own_slug(self) -> None:
        assert not [row for row in ArticleRedirect.objects.all() if row.slug == row.article.slug]


@pytest.mark.django_db
def test_whatever_happens_to_slugs_known_addresses_stay_alive() -> None:
    run_state_machine_as_test(
        SlugMachine, settings=settings(max_examples=20, stateful_step_count=15, deadline=None)
    )
