"""How items bear on others: told on the digest's page and on the item's own."""

import pytest
from django.test import Client

from articles.choices import ArticleStatus, RelationKind
from articles.models import Article, ItemRelation
from tests.factories import make_article, make_item, make_region
from tests.reading import all_words, links, read

pytestmark = pytest.mark.django_db


def test_a_digest_tells_the_ties_of_its_items_from_both_ends(client: Client) -> None:
    model = make_item(make_article("The first", language="fr"), make_region("Estonia"))
    digest = make_article("The second", body="")
    copy = make_item(digest, make_region("Kenya"), heading="A register")
    ItemRelation.objects.create(from_item=copy, to_item=model, kind=RelationKind.MODELLED_ON)
    page = read(client, digest.get_absolute_url())
    assert all_words(page, ".item .ties li") == ["is modelled on Estonia in The first"]
    assert links(page, ".ties") == [model.get_absolute_url()]
    assert [bdi["lang"] for bdi in page.select(".ties bdi")] == ["fr", "fr"]
    there = read(client, model.article.get_absolute_url())
    assert all_words(there, ".item .ties li") == ["is the model for A register in The second"]


def test_a_tie_to_what_is_not_public_is_not_told(client: Client) -> None:
    draft = make_article("Draft", status=ArticleStatus.DRAFT)
    item, hidden = make_item(make_article(body="")), make_item(draft, heading="Kittiwake")
    ItemRelation.objects.create(from_item=hidden, to_item=item, kind=RelationKind.AMENDS)
    for address in (item.article.get_absolute_url(), item.get_absolute_url()):
        assert read(client, address).select(".ties") == []
    Article.objects.filter(pk=draft.pk).update(
        status=ArticleStatus.PUBLISHED, published_at="2020-01-01T00:00Z"
    )
    assert all_words(read(client, item.get_absolute_url()), ".ties li") == [
        "is amended by Kittiwake in Draft"
    ]
