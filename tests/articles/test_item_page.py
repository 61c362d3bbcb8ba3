from datetime import date

import pytest
from django.test import Client

from articles.choices import Action, Affected, ArticleStatus, Branch, RelationKind
from articles.models import ItemRelation
from tests.factories import make_article, make_digest, make_item, make_region
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db


def test_the_page_of_an_item_says_which_one_it_is_of_which_digest(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning", title="Round the regions")
    item = digest.items.last()
    assert item
    page = read(client, f"/items/{item.pk}/")
    assert words(page.h1) == "02 Liaoning"
    assert words(page.select_one(".kicker")) == "Item 2 of Round the regions"
    assert links(page, ".kicker") == [f"{digest.get_absolute_url()}#item-{item.pk}"]


def test_an_unnumbered_item_has_a_page_without_a_number(client: Client) -> None:
    digest = make_article("Round the regions")
    item = make_item(digest, make_region("Beijing"), numbered=False)
    page = read(client, item.get_absolute_url())
    assert words(page.h1) == "Beijing"
    assert words(page.select_one(".kicker")) == "Item of Round the regions"


def test_the_facts_and_what_is_not_known_are_told_apart(client: Client) -> None:
    item = make_item(
        make_article(),
        action=Action.VETO,
        branch=Branch.EXECUTIVE,
        affected=Affected.ONE_PLACE,
        announced_on=date(2021, 1, 1),
        announced_precision="year",
    )
    page = read(client, item.get_absolute_url())
    assert all_words(page, ".facts dt") == ["Status", "This step", "Branch", "Announced", "Affected"]
    assert (
        words(page.select_one(".missing")) == "Not known: instrument, issuer, date in force, money, source."
    )


def test_the_timeline_is_open_and_in_order(client: Client) -> None:
    first = make_item(make_article("One"), heading="Bill", announced_on=date(2020, 1, 1))
    second = make_item(make_article("Two"), heading="Law", continues=first, announced_on=date(2021, 1, 1))
    hidden = make_item(make_article("Three", status=ArticleStatus.DRAFT), heading="Secret", continues=second)
    page = read(client, first.get_absolute_url())
    assert all_words(page, ".steps bdi") == ["Bill", "One", "Law", "Two"]
    assert links(page, ".steps") == [second.get_absolute_url()]
    assert hidden.heading not in str(page)


def test_an_item_alone_shows_no_timeline(client: Client) -> None:
    page = read(client, make_item(make_article()).get_absolute_url())
    assert page.select(".steps, .ties") == []


def test_relations_are_told_from_both_ends_and_only_to_public_items(client: Client) -> None:
    old = make_item(make_article(), heading="Old act")
    new = make_item(make_article(), heading="New act")
    draft = make_item(make_article(status=ArticleStatus.DRAFT), heading="Secret act")
    ItemRelation.objects.create(from_item=new, to_item=old, kind=RelationKind.REPLACES)
    ItemRelation.objects.create(from_item=new, to_item=draft, kind=RelationKind.AMENDS)
    ItemRelation.objects.create(from_item=draft, to_item=old, kind=RelationKind.AMENDS)
    newer, older = read(client, new.get_absolute_url()), read(client, old.get_absolute_url())
    assert [text.split(" in ")[0] for text in all_words(newer, ".ties li")] == ["replaces Old act"]
    assert [text.split(" in ")[0] for text in all_words(older, ".ties li")] == ["is replaced by New act"]


def test_every_kind_of_relation_has_words_for_both_ends(client: Client) -> None:
    one, two = make_item(make_article(), heading="One"), make_item(make_article(), heading="Two")
    for kind in RelationKind.values:
        ItemRelation.objects.create(from_item=one, to_item=two, kind=kind)
    assert len(read(client, one.get_absolute_url()).select(".ties li")) == len(RelationKind)
    assert len(read(client, two.get_absolute_url()).select(".ties li")) == len(RelationKind)


def test_topics_of_the_item_lead_to_their_pages(client: Client) -> None:
    item = make_item(make_article(), tags=["Blockchain"])
    page = read(client, item.get_absolute_url())
    assert links(page, ".topics") == ["/topics/blockchain/"]
    read(client, "/topics/blockchain/")


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.APPROVED])
def test_an_item_of_an_article_that_is_not_public_is_not_there(client: Client, status: str) -> None:
    item = make_item(make_article(status=status), heading="Secret")
    assert "Secret" not in str(read(client, item.get_absolute_url(), status=404))


@pytest.mark.parametrize("pk", ["0", "999", str(2**31), str(2**63), "9" * 400])
def test_an_id_that_nothing_has_is_not_there(client: Client, pk: str) -> None:
    read(client, f"/items/{pk}/", status=404)
