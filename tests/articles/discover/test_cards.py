"""Six cards under an article: picks, then the nearest, then the latest; never what is not public."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.discover import Card, discover_more
from articles.discover.cards import OPENING
from articles.discover.rebuild import rebuild_all
from articles.models import Article, RelatedBlock, RelatedPost, RelatedSuggestion
from tests.factories import make_article, make_digest, make_item, make_region

pytestmark = pytest.mark.django_db

HIDDEN = [status for status in ArticleStatus if status != ArticleStatus.PUBLISHED]


def pick(article: Article, post: Article | None = None, **fields: Any) -> RelatedPost:
    position = article.related_posts.count()
    return RelatedPost.objects.create(article=article, post=post, position=position, **fields)


def pick_elsewhere(article: Article, title: str = "Elsewhere", url: str = "https://other.example/a") -> None:
    pick(article, url=url, title=title, excerpt="Their own words.")


def suggest(article: Article, *posts: Article) -> None:
    for number, post in enumerate(posts):
        RelatedSuggestion.objects.create(article=article, post=post, score=1 - number / 100)


def block(article: Article, blocked: Article) -> None:
    RelatedBlock.objects.create(article=article, blocked=blocked)


def hide(article: Article, status: str) -> None:
    """Give an article a status that hides it, as if a list still named it."""
    tomorrow = timezone.now() + timedelta(days=1)
    Article.objects.filter(pk=article.pk).update(status=status, published_at=tomorrow)


def titles(article: Article) -> list[str]:
    return [card.title for card in discover_more(article)]


class TestOrder:
    def test_picks_come_first_in_their_order_then_the_nearest_then_the_latest(self) -> None:
        now = timezone.now()
        latest = [
            make_article(f"L{hours}", published_at=now - timedelta(hours=hours)) for hours in (1, 2, 3, 4)
        ]
        old = now - timedelta(days=9)
        far, near, second = (make_article(name, published_at=old) for name in ("far", "near", "second"))
        article = make_article()
        pick(article, second)
        pick_elsewhere(article)
        suggest(article, near, far)
        assert titles(article) == ["second", "Elsewhere", "near", "far", "L1", "L2"]
        assert len(latest) == 4

    def test_among_equally_near_ones_the_latest_comes_first(self) -> None:
        article = make_article()
        older = make_article("older", published_at=timezone.now() - timedelta(days=2))
        later = make_article("later", published_at=timezone.now() - timedelta(days=1))
        for post in (older, later):
            RelatedSuggestion.objects.create(article=article, post=post, score=0.5)
        assert titles(article) == ["later", "older"]

    def test_more_than_six_picks_are_cut_at_six(self) -> None:
        article = make_article()
        for number in range(8):
            pick(article, make_article(f"P{number}"))
        assert titles(article) == [f"P{number}" for number in range(6)]


class TestAlwaysSix:
    @pytest.mark.parametrize("picks", range(8))
    @pytest.mark.parametrize("suggestions", [0, 1, 5, 6])
    def test_there_are_six_where_six_others_are_public(self, picks: int, suggestions: int) -> None:
        article = make_article()
        others = [make_article() for _ in range(8)]
        for post in others[:picks]:
            pick(article, post)
        suggest(article, *others[8 - suggestions :])
        cards = discover_more(article)
        assert len({card.key for card in cards}) == len(cards) == 6

    def test_a_site_of_seven_articles_shows_all_the_others(self) -> None:
        article = make_article()
        others = {make_article().title for _ in range(6)}
        assert set(titles(article)) == others

    def test_a_small_site_shows_what_there_is(self) -> None:
        article = make_article()
        make_article("The other")
        assert titles(article) == ["The other"]
        assert titles(Article.objects.get(title="The other")) == [article.title]

    def test_a_stored_list_gone_stale_is_topped_up(self) -> None:
        article, *others = (make_article() for _ in range(14))
        suggest(article, *others[:12])
        for post in others[:6]:
            Article.objects.filter(pk=post.pk).update(status=ArticleStatus.ARCHIVED)
        assert len(titles(article)) == 6

    def test_a_draft_shown_in_a_preview_has_cards_too(self) -> None:
        for _ in range(6):
            make_article()
        draft = make_article(status=ArticleStatus.DRAFT, published_at=None)
        assert len(titles(draft)) == 6


class TestNeverShown:
    """FAULTS.md A01: what the public may not see is under no article, however it came into a list."""

    @pytest.mark.parametrize("status", HIDDEN)
    @pytest.mark.parametrize("way", ["pick", "suggestion", "latest"])
    def test_what_is_not_public(self, status: str, way: str) -> None:
        article, canary = make_article(), make_article("canary")
        if way == "pick":
            pick(article, canary)
        elif way == "suggestion":
            suggest(article, canary)
        assert titles(article) == ["canary"]
        hide(canary, status)
        assert titles(article) == []

    @pytest.mark.parametrize("way", ["pick", "suggestion", "latest"])
    def test_what_is_blocked(self, way: str) -> None:
        article, blocked, other = make_article(), make_article("blocked"), make_article("other")
        if way == "pick":
            pick(article, blocked)
        elif way == "suggestion":
            suggest(article, blocked)
        block(article, blocked)
        assert titles(article) == ["other"]
        assert "blocked" in titles(other)

    def test_external_picks_stay_where_articles_are_blocked(self) -> None:
        article = make_article()
        block(article, make_article())
        pick_elsewhere(article)
        assert titles(article) == ["Elsewhere"]

    def test_the_article_itself(self) -> None:
        article = make_article("Self")
        for _ in range(7):
            make_article()
        rebuild_all()
        assert "Self" not in titles(article)

    def test_the_same_twice(self) -> None:
        article, other = make_article(), make_article("other")
        pick(article, other)
        suggest(article, other)
        pick_elsewhere(article)
        pick_elsewhere(article, title="The same address")
        assert titles(article) == ["other", "Elsewhere"]

    def test_a_scheduled_article_before_its_time_and_shown_after_it(self) -> None:
        article = make_article()
        soon = make_article(
            "soon", status=ArticleStatus.SCHEDULED, published_at=timezone.now() + timedelta(hours=1)
        )
        assert titles(article) == []
        Article.objects.filter(pk=soon.pk).update(published_at=timezone.now() - timedelta(seconds=1))
        assert titles(article) == ["soon"]


def only_card(article: Article) -> Card:
    [card] = discover_more(article)
    return card


class TestCard:
    def test_a_card_of_an_article_here(self) -> None:
        article, other = make_article(), make_article("Other", standfirst="What it says.", language="fr")
        card = only_card(article)
        assert (card.key, card.url) == (str(other.pk), f"/articles/{other.slug}/")
        assert (card.title, card.excerpt, card.language) == ("Other", "What it says.", "fr")
        assert not card.is_external

    def test_a_card_of_another_site(self) -> None:
        article = make_article()
        pick_elsewhere(article)
        card = only_card(article)
        assert (card.key, card.url) == ("https://other.example/a",) * 2
        assert (card.title, card.excerpt) == ("Elsewhere", "Their own words.")
        assert card.is_external

    @pytest.mark.parametrize(
        ("fields", "excerpt"),
        [
            ({"standfirst": "5 < 6 & more.", "body": "<p>Body.</p>"}, "5 < 6 & more."),
            ({"introduction": "<p>Introduction &amp; more.</p>"}, "Introduction & more."),
            ({"introduction": "", "body": "<p>Only a <strong>body</strong>.</p>"}, "Only a body."),
            ({"introduction": "", "body": ""}, ""),
        ],
    )
    def test_its_excerpt_is_the_first_text_there_is(self, fields: dict[str, str], excerpt: str) -> None:
        article = make_article()
        make_article(**fields)
        assert only_card(article).excerpt == excerpt

    def test_a_long_text_is_cut(self) -> None:
        article = make_article()
        make_article(body=f"<p>{'word ' * OPENING}</p>")
        assert only_card(article).excerpt == "word " * 23 + "word…"

    def test_a_text_is_cut_well_even_where_its_opening_ends_inside_a_tag(self) -> None:
        article = make_article()
        href = "https://other.example/" + "x" * (OPENING - 40)
        make_article(body=f'<p>Read <a href="{href}">this</a> and that.</p>')
        assert only_card(article).excerpt == "Read"


class TestReason:
    def test_a_pick_is_the_editors(self) -> None:
        article = make_article()
        pick(article, make_article())
        assert only_card(article).reason == "picked by the editors"

    @pytest.mark.parametrize(
        ("regions", "topics", "reason"),
        [
            (0, 0, "similar text"),
            (1, 2, "same region, 2 shared topics"),
            (3, 0, "3 shared regions"),
            (0, 1, "same topic"),
        ],
    )
    def test_a_suggestion_says_what_is_shared(self, regions: int, topics: int, reason: str) -> None:
        article, post = make_article(), make_article()
        shared = {"shared_regions": regions, "shared_topics": topics}
        RelatedSuggestion.objects.create(article=article, post=post, score=1, **shared)
        assert only_card(article).reason == reason

    def test_what_fills_up_is_recent(self) -> None:
        article = make_article()
        make_article()
        assert only_card(article).reason == "recent"

    def test_the_reason_follows_from_the_articles(self) -> None:
        article, other = make_article(tags=["ai"]), make_digest("Freedonia", tags=["ai"])
        make_item(
            article, make_region("Elsewhere"), *[row.region for row in other.items.get().item_regions.all()]
        )
        rebuild_all()
        assert only_card(article).reason == "same region, same topic"


class TestQueries:
    @pytest.mark.parametrize("count", [0, 1, 7, 30])
    def test_five_queries_at_most_whatever_there_is(
        self, count: int, django_assert_max_num_queries: Any
    ) -> None:
        article = make_article()
        for number in range(count):
            other = make_article()
            if number % 3 == 0:
                pick(article, other)
            if number % 5 == 0:
                block(article, other)
        rebuild_all()
        article = Article.objects.get(pk=article.pk)
        with django_assert_max_num_queries(5):
            discover_more(article)
