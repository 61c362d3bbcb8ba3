from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.choices import ArticleStatus
from articles.models import Series
from tests.factories import make_article, make_digest, make_item, make_region, make_topic
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db

LISTS = ["/", "/regions/", "/regions/freedonia/", "/topics/", "/topics/news/", "/series/weekly/"]


def fill_lists() -> None:
    """Put one row into each list."""
    series = Series.objects.create(name="Weekly")
    make_digest("Freedonia", tags=["News"], series=series)


def test_the_front_page_lists_the_latest_articles_first(client: Client) -> None:
    now = timezone.now()
    make_article("Old", published_at=now - timedelta(days=2))
    make_digest("Jilin", "Jilin", "Liaoning", title="New", published_at=now - timedelta(days=1))
    make_article("Hidden", status=ArticleStatus.DRAFT)
    page = read(client, "/")
    assert all_words(page, ".card-title") == ["New", "Old"]
    assert all_words(page, ".card .kicker") == ["Digest, 3 items", "Post"]
    assert links(page, ".card .places") == ["/regions/jilin/", "/regions/liaoning/"]


def test_a_card_shows_a_few_regions_and_counts_the_rest(client: Client) -> None:
    make_digest(*(f"Country {letter}" for letter in "ABCDEFGHIJ"))
    page = read(client, "/")
    assert all_words(page, ".places li")[-2:] == ["Country H", "and 2 more"]


def test_a_card_counts_all_regions_of_its_items_the_first_of_each_before_the_others(client: Client) -> None:
    article = make_article()
    make_item(article, make_region("A"), make_region("Last"))
    for letter in "BCDEFG":
        make_item(article, make_region(letter), make_region(f"Second {letter}"))
    make_item(article)
    page = read(client, "/")
    assert all_words(page, ".card .kicker") == ["Digest, 8 items"]
    assert all_words(page, ".places li") == [*"ABCDEFG", "Last", "and 6 more"]


@pytest.mark.parametrize("field", ["standfirst", "introduction", "body"])
def test_a_card_tells_what_the_article_is_about(client: Client, field: str) -> None:
    make_article(**{"body": "", field: "What happened."})
    assert words(read(client, "/").select_one(".card .standfirst")) == "What happened."


def test_an_empty_site_says_so(client: Client) -> None:
    assert "Nothing is published yet" in words(read(client, "/").select_one(".empty"))
    assert links(read(client, "/topics/"), ".empty") == ["/"]


def test_lists_go_on_over_pages_that_know_one_another(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://policy.example"
    for number in range(45):
        make_article(f"Number {number}")
    first, second, third = (read(client, f"/?page={number}") for number in (1, 2, 3))
    shown = [title for page in (first, second, third) for title in all_words(page, ".card-title")]
    assert len(shown) == len(set(shown)) == 45
    assert links(first, ".pages") == ["?page=2"]
    assert links(second, ".pages") == ["/", "?page=3"]
    assert [link["rel"] for link in second.select(".pages a")] == [["prev"], ["next"]]
    assert words(third.select_one(".pages")) == "Newer Page 3 of 3"
    canonical = [page.select_one("link[rel=canonical]") for page in (first, third)]
    assert [link["href"] for link in canonical if link] == [
        *("https://policy.example/", "https://policy.example/?page=3"),
    ]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    "page", ["0", "-1", "2", "1.5", "abc", "9" * 5000, "9" * 30, "%00", "%ff", "1%00", "１００", "²"]
)
def test_a_page_that_is_not_there_answers_404(client: Client, address: str, page: str) -> None:
    fill_lists()
    read(client, f"{address}?page={page}", status=404)


@pytest.mark.parametrize("address", LISTS)
def test_parameters_that_no_list_has_change_nothing(client: Client, address: str) -> None:
    fill_lists()
    assert client.get(f"{address}?x=%00&y[]=1&page=").content == client.get(address).content


def test_topics_count_articles_and_items_that_are_public(client: Client) -> None:
    digest = make_digest("Jilin", tags=["Blockchain"])
    make_item(digest, make_region("Peru"), tags=["Blockchain", "Mining"])
    make_item(make_article(status=ArticleStatus.DRAFT, tags=["Blockchain"]), tags=["Mining", "Hidden"])
    make_topic("Unused")
    page = read(client, "/topics/")
    assert all_words(page, ".index li") == ["Blockchain 1 article, 1 item", "Mining 1 article, 1 item"]


def test_a_topic_lists_its_articles_and_its_latest_items(client: Client) -> None:
    by_itself = make_article("By itself", tags=["Mining"])
    by_item = make_article("By its item")
    make_item(by_item, make_region("Peru"), tags=["Mining"])
    make_item(by_item, make_region("Chile"))
    make_article("About something else")
    page = read(client, "/topics/mining/")
    assert set(all_words(page, ".card-title")) == {by_itself.title, by_item.title}
    assert all_words(page, ".row h3") == ["Peru"]
    assert words(page.select_one(".opening .count")) == "2 articles, 1 policy item · Atom feed"
    assert all_words(read(client, "/topics/"), ".index li") == ["Mining 2 articles, 1 item"]


@pytest.mark.parametrize("address", ["/topics/hidden/", "/topics/unused/", "/topics/none/"])
def test_a_topic_of_nothing_public_is_not_there(client: Client, address: str) -> None:
    make_topic("Unused")
    make_article(status=ArticleStatus.DRAFT, tags=["Hidden"])
    read(client, address, status=404)


def test_a_series_lists_its_editions(client: Client) -> None:
    series = Series.objects.create(name="Weekly", description="Every week.")
    make_article("Edition", series=series)
    make_article("Draft", series=series, status=ArticleStatus.DRAFT)
    make_article("Another")
    page = read(client, "/series/weekly/")
    assert all_words(page, ".card-title") == ["Edition"]
    assert words(page.select_one(".opening")) == "Series Weekly Every week. 1 edition"


def test_a_series_of_drafts_is_not_there(client: Client) -> None:
    make_article(series=Series.objects.create(name="Weekly"), status=ArticleStatus.DRAFT)
    read(client, "/series/weekly/", status=404)


def test_the_page_of_terms_explains_every_term_at_its_anchor(client: Client) -> None:
    page = read(client, "/about/terms/")
    term = page.select_one("#status-postponed")
    assert words(term and term.dt) == "postponed"
    assert "has been put off" in words(term)
