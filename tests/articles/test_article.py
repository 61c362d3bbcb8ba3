from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def draft(**fields: object) -> Article:
    return make_article(**{"status": ArticleStatus.DRAFT, "published_at": None} | fields)


class TestPublishing:
    def test_publishing_a_draft_makes_it_public_now(self) -> None:
        article = draft()
        article.publish()
        assert article.is_public
        assert article in Article.objects.published()

    def test_publishing_again_keeps_the_first_date(self) -> None:
        article = make_article()
        first = article.published_at
        article.archive()
        article.publish()
        assert article.published_at == first

    def test_a_later_time_schedules(self) -> None:
        article = draft()
        article.publish(at=timezone.now() + timedelta(days=1))
        assert article.status == ArticleStatus.SCHEDULED
        assert not article.is_public
        assert article not in Article.objects.published()

    def test_publishing_a_scheduled_article_at_once_does_not_wait_for_its_date(self) -> None:
        article = draft()
        article.publish(at=timezone.now() + timedelta(days=1))
        article.publish()
        assert article.is_public

    def test_an_earlier_time_publishes_under_that_date(self) -> None:
        article = draft()
        then = timezone.now() - timedelta(days=30)
        article.publish(at=then)
        assert (article.status, article.published_at) == (ArticleStatus.PUBLISHED, then)

    def test_archiving_withdraws(self) -> None:
        article = make_article()
        article.archive()
        assert article not in Article.objects.published()
        assert article in Article.objects.archived()


class TestVersion:
    def test_a_dated_correction_is_a_major_change(self) -> None:
        article = make_article()
        article.corrected_at, article.correction_note = timezone.now(), "The figure was wrong."
        article.save()
        assert Article.objects.get(pk=article.pk).version == 2

    def test_other_changes_and_saving_again_are_not(self) -> None:
        article = make_article(corrected_at=timezone.now())
        article.title = "Another title"
        article.save()
        article.save()
        assert Article.objects.get(pk=article.pk).version == 1


class TestVisibility:
    @pytest.mark.parametrize("status", [s for s in ArticleStatus if s not in ("published", "scheduled")])
    def test_no_other_status_is_public_even_with_a_date(self, status: str) -> None:
        article = make_article(status=status)
        assert not article.is_public
        assert not Article.objects.published().exists()

    def test_a_published_article_with_a_date_to_come_waits_for_it(self) -> None:
        article = make_article(published_at=timezone.now() + timedelta(hours=1))
        assert not article.is_public
        assert not Article.objects.published().exists()

    def test_what_is_due_is_scheduled_and_past(self) -> None:
        due = make_article(status=ArticleStatus.SCHEDULED)
        make_article(status=ArticleStatus.SCHEDULED, published_at=timezone.now() + timedelta(hours=1))
        make_article()
        assert list(Article.objects.due()) == [due]


class TestConstraints:
    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"published_at": None}, "needs a publication date"),
            ({"correction_note": "The date was wrong."}, "needs the date of the correction"),
            ({"language": "English"}, "language tag"),
            ({"language": "en\n"}, "language tag"),
            ({"source_url": "//evil.example/"}, "valid URL"),
            ({"title": "x" * 301}, "at most 300"),
        ],
    )
    def test_a_form_says_what_is_wrong(self, fields: dict[str, object], message: str) -> None:
        article = make_article()
        for name, value in fields.items():
            setattr(article, name, value)
        with pytest.raises(ValidationError, match=message):
            article.full_clean()


def test_authors_are_separated_by_semicolons() -> None:
    assert make_article(byline="Ada Lovelace; Grace Hopper, Jr.;").authors == [
        "Ada Lovelace",
        "Grace Hopper, Jr.",
    ]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fa-IR", "rtl"), ("zh-Hans", "ltr")])
def test_direction_follows_from_the_language(language: str, direction: str) -> None:
    assert make_article(language=language).direction == direction
