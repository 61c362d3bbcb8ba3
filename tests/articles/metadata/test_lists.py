"""What pages that list something tell machines."""

import pytest
from django.conf import settings
from django.test import Client

from articles.meanings import VOCABULARIES
from articles.models import Series
from regions.models import RegionName
from tests.articles.metadata.reading import nodes
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db


def test_the_front_page_lists_the_latest_articles_of_the_site(client: Client) -> None:
    post = make_article("News")
    told = nodes(client, "/")
    (member,) = told["CollectionPage"]["mainEntity"]["itemListElement"]
    assert (member["position"], member["name"]) == (1, "News")
    assert member["url"].endswith(post.get_absolute_url())
    assert told["CollectionPage"]["isPartOf"]["@id"] == told["WebSite"]["@id"]


def test_lists_in_chinese_lead_to_the_one_address_of_each_text(client: Client) -> None:
    item = make_item(make_article("News", slug="news", tags=["AI"]), make_region("Jilin"), tags=["AI"])
    lists = {"/zh/": "/articles/news/", "/zh/topics/ai/": "/articles/news/"}
    lists |= dict.fromkeys(("/zh/regions/jilin/", "/zh/topics/ai/items/"), item.get_absolute_url())
    for address, path in lists.items():
        told = nodes(client, address)["CollectionPage"]
        assert told["url"].endswith(address)
        (member,) = told["mainEntity"]["itemListElement"]
        assert member["url"] == f"{settings.SITE_URL}{path}"


def test_a_region_tells_its_names_its_code_and_what_it_lies_in(client: Client) -> None:
    china = make_region("China", code="CN")
    jilin = make_region("Jilin", china, code="CN-JL")
    RegionName.objects.create(region=jilin, name="吉林", language="zh")
    item = make_item(make_article(), jilin)
    told = nodes(client, jilin.get_absolute_url())
    place = told["AdministrativeArea"]
    assert (place["name"], place["identifier"], place["alternateName"]) == ("Jilin", "CN-JL", ["吉林"])
    assert place["containedInPlace"]["name"] == "China"
    assert told["CollectionPage"]["about"] == {"@id": place["@id"]}
    trail = told["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"]) for step in trail] == [
        (1, "Regions"),
        (2, "China"),
        (3, "Jilin"),
    ]
    (member,) = told["CollectionPage"]["mainEntity"]["itemListElement"]
    assert member["url"].endswith(item.get_absolute_url())


def test_a_topic_is_a_term_under_all_topics(client: Client) -> None:
    make_article("News", tags=["AI"])
    told = nodes(client, "/topics/ai/")
    assert told["DefinedTerm"]["name"] == "AI"
    assert [step["name"] for step in told["BreadcrumbList"]["itemListElement"]] == ["Topics", "AI"]


def test_a_series_is_told_with_its_editions(client: Client) -> None:
    make_article("News", series=Series.objects.create(name="Weekly", description="Every week."))
    told = nodes(client, "/series/weekly/")
    assert told["CreativeWorkSeries"]["description"] == "Every week."
    assert told["CollectionPage"]["mainEntity"]["numberOfItems"] == 1


def test_indexes_list_what_they_lead_to(client: Client) -> None:
    make_item(make_article(tags=["AI"]), make_region("China"))
    for address, name in (("/regions/", "China"), ("/topics/", "AI")):
        (member,) = nodes(client, address)["CollectionPage"]["mainEntity"]["itemListElement"]
        assert member["name"] == name


def test_the_vocabularies_are_told_term_by_term(client: Client) -> None:
    sets = nodes(client, "/about/terms/")
    assert sets["DefinedTermSet"]["hasDefinedTerm"]
    text = client.get("/about/terms/").content.decode()
    for slug, vocabulary in VOCABULARIES.items():
        for value in vocabulary.labels:
            assert f"/about/terms/#{slug}-{value}" in text
