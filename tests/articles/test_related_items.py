"""What the page of an item leads on to: the same place first, then the same topics."""

from datetime import date

import pytest
from django.test import Client

from articles.choices import ArticleStatus
from articles.models import PolicyItem
from regions.models import Region
from tests.factories import make_article, make_item, make_region
from tests.reading import all_words, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def land() -> Region:
    return make_region("Freedonia")


def related(client: Client, item: PolicyItem) -> list[str]:
    return all_words(read(client, item.get_absolute_url()), "section[aria-labelledby=related] h3")


def test_the_newest_of_the_same_place_and_what_lies_inside_come_first(client: Client, land: Region) -> None:
    item = make_item(make_article(), land, tags=["AI"])
    make_item(make_article(), make_region("Elsewhere"), heading="Topic", tags=["AI"])
    make_item(make_article(), land, heading="Old", announced_on=date(2020, 1, 1))
    make_item(make_article(), make_region("Part", land), heading="Inside", announced_on=date(2021, 1, 1))
    make_item(make_article(), make_region("Nowhere"), heading="Neither")
    assert related(client, item) == ["Inside", "Old", "Topic"]


def test_what_the_page_tells_of_already_is_not_told_again(client: Client, land: Region) -> None:
    article = make_article()
    item = make_item(article, land)
    make_item(article, land, heading="Next of the digest")
    make_item(make_article(), land, heading="Next step", continues=item)
    assert related(client, item) == []


def test_no_draft_is_led_on_to(client: Client, land: Region) -> None:
    item = make_item(make_article(), land, tags=["AI"])
    make_item(make_article(status=ArticleStatus.DRAFT), land, tags=["AI"])
    assert related(client, item) == []


def test_there_are_four_at_most(client: Client, land: Region) -> None:
    item = make_item(make_article(), land)
    for number in range(5):
        make_item(make_article(), land, heading=str(number))
    assert len(related(client, item)) == 4
