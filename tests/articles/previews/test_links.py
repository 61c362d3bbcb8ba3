from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, PreviewLink
from articles.preview_tokens import token_of
from tests.articles.previews.conftest import START, Clock
from tests.factories import make_editor

pytestmark = pytest.mark.django_db


def test_a_link_works_for_the_days_that_it_was_given(link: PreviewLink, clock: Clock) -> None:
    assert (link.created_at, link.expires_at) == (START, START + timedelta(days=7))
    clock.advance(days=7, microseconds=-1)
    assert PreviewLink.objects.open().get() == link
    clock.advance(microseconds=1)
    assert not PreviewLink.objects.open().exists()


def test_a_revoked_link_is_over_and_stays_revoked_at_the_first_time(link: PreviewLink, clock: Clock) -> None:
    link.revoke()
    clock.advance(hours=1)
    link.revoke()
    link.refresh_from_db()
    assert link.revoked_at == START
    assert not PreviewLink.objects.open().exists()


def test_the_links_of_a_withdrawn_article_are_over(link: PreviewLink) -> None:
    link.article.status = ArticleStatus.ARCHIVED
    link.article.save()
    assert not PreviewLink.objects.open().exists()


def test_each_token_names_its_own_link(link: PreviewLink, draft: Article) -> None:
    other = PreviewLink.share(draft, by=make_editor("other"), days=1)
    named = [PreviewLink.objects.with_token(token_of(each.nonce)).get() for each in (link, other)]
    assert named == [link, other]
    assert not PreviewLink.objects.with_token(link.nonce).exists()


def test_the_latest_link_comes_first(link: PreviewLink, draft: Article, clock: Clock) -> None:
    clock.advance(minutes=1)
    later = PreviewLink.share(draft, by=make_editor("other"), days=1)
    assert list(draft.preview_links.newest_first()) == [later, link]


def test_a_link_outlives_the_account_that_made_it_but_not_the_article(link: PreviewLink) -> None:
    assert link.created_by
    link.created_by.delete()
    link.refresh_from_db()
    assert link.created_by is None
    link.article.delete()
    assert not PreviewLink.objects.exists()


def test_the_database_refuses_a_link_that_ends_before_it_begins(draft: Article) -> None:
    with pytest.raises(IntegrityError, match="preview_link_ends_later"):
        PreviewLink.objects.create(article=draft, expires_at=timezone.now() - timedelta(days=1))


def test_the_database_holds_nothing_that_opens_a_preview(link: PreviewLink) -> None:
    stored = " ".join(map(str, PreviewLink.objects.values_list().get()))
    assert token_of(link.nonce).partition(".")[2] not in stored
