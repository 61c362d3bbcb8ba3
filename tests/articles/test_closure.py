from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles import closure
from articles.choices import ArticleStatus
from articles.models import ItemPlace, PolicyItem
from regions.models import Region
from regions.signals import subtree_moved
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def hangzhou() -> Region:
    china = make_region("China")
    return make_region("Hangzhou", make_region("Zhejiang", china))


def items_in(path: str) -> list[PolicyItem]:
    return list(PolicyItem.objects.in_region(Region.objects.get(path=path)))


def test_an_item_counts_in_its_region_and_everything_around_it(hangzhou: Region) -> None:
    item = make_item(make_article(), hangzhou)
    for path in ("china", "china/zhejiang", "china/zhejiang/hangzhou"):
        assert items_in(path) == [item]


def test_an_item_of_two_regions_counts_once_in_their_common_parent(hangzhou: Region) -> None:
    item = make_item(make_article(), hangzhou, make_region("Ningbo", hangzhou.parent))
    assert items_in("china") == [item]


def test_a_region_with_a_longer_name_is_not_inside_a_shorter_one(hangzhou: Region) -> None:
    make_item(make_article(), make_region("Chinandega"))
    assert items_in("china") == []


def test_refiling_moves_an_item(hangzhou: Region) -> None:
    item = make_item(make_article(), hangzhou)
    item.set_regions([make_region("Japan")])
    assert (items_in("china"), items_in("japan")) == ([], [item])


def test_regions_keep_the_order_in_which_they_were_given(hangzhou: Region) -> None:
    japan = make_region("Japan")
    item = make_item(make_article(), japan, hangzhou)
    assert item.filed_regions == [japan, hangzhou]
    item.set_regions([hangzhou, japan, hangzhou])
    assert PolicyItem.objects.get(pk=item.pk).filed_regions == [hangzhou, japan]


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.APPROVED, ArticleStatus.ARCHIVED])
def test_items_of_articles_that_are_not_public_are_in_no_region(hangzhou: Region, status: str) -> None:
    make_item(make_article(status=status), hangzhou)
    assert items_in("china") == []


def test_publishing_and_archiving_bring_items_in_and_take_them_out(hangzhou: Region) -> None:
    item = make_item(make_article(status=ArticleStatus.DRAFT, published_at=None), hangzhou)
    item.article.publish()
    assert items_in("china") == [item]
    item.article.archive()
    assert items_in("china") == []


def test_a_scheduled_item_appears_when_its_time_has_come_without_any_job(
    hangzhou: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_article(status=ArticleStatus.DRAFT, published_at=None)
    item = make_item(article, hangzhou)
    tomorrow = timezone.now() + timedelta(days=1)
    article.publish(at=tomorrow)
    assert items_in("china") == []
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert items_in("china") == [item]


def test_news_is_sorted_by_the_day_of_the_announcement_else_of_publication(hangzhou: Region) -> None:
    article = make_article()
    old = make_item(article, hangzhou, announced_on=date(2020, 4, 8))
    undated = make_item(article, hangzhou)
    recent = make_item(article, hangzhou, announced_on=timezone.localdate() + timedelta(days=2))
    assert items_in("china") == [recent, undated, old]
    old.announced_on = timezone.localdate() + timedelta(days=3)
    old.save()
    assert items_in("china") == [old, recent, undated]


def test_the_closure_follows_a_region_that_moves(hangzhou: Region) -> None:
    item = make_item(make_article(), hangzhou)
    japan = make_region("Japan")
    Region.objects.filter(pk=hangzhou.pk).update(parent=japan, path="japan/hangzhou", depth=1)
    subtree_moved.send(Region, region_ids=[hangzhou.pk])
    assert (items_in("china"), items_in("japan")) == ([], [item])


def test_rebuilding_what_is_right_writes_nothing(hangzhou: Region, django_assert_num_queries) -> None:
    items = [make_item(make_article(), hangzhou) for _ in range(3)]
    before = list(ItemPlace.objects.order_by("pk").values_list("pk", flat=True))
    with django_assert_num_queries(4):  # regions of the items, dates, ancestors, the closure as it is
        closure.rebuild([item.pk for item in items])
    assert list(ItemPlace.objects.order_by("pk").values_list("pk", flat=True)) == before
