"""FAULTS.md A01: nothing of an article that is not public reaches anybody, through any public door."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus, RelationKind
from articles.discover.rebuild import rebuild_all
from articles.models import Article, ItemRelation, Notice, PolicyItem, RelatedPost, Series, Topic
from regions.models import Region
from tests.factories import make_article, make_item, make_region, make_tally
from tests.public_addresses import KEYED, Known, addresses
from tests.reading import all_words, read

pytestmark = pytest.mark.django_db

HIDDEN = [status for status in ArticleStatus.values if status != ArticleStatus.PUBLISHED]


def canary(status: str) -> str:
    """Return a word that stands in every text of the hidden article and in no other."""
    return f"kittiwake{status.replace('_', '')}"


def hide(status: str, china: Region, shown: PolicyItem) -> Article:
    """Make an article in a state that is not public, tied to public ones in every way there is."""
    word = canary(status)
    text = f"<p>{word}</p>"
    now = timezone.now()
    fields: dict[str, Any] = {
        **dict.fromkeys(("introduction", "body", "conclusion"), text),
        **dict.fromkeys(("title", "standfirst", "byline", "correction_note"), word),
        "corrected_at": now,
        "series": Series.objects.create(name=word, description=word),
        "source_url": f"https://{word}.example/",
        "published_at": now + timedelta(days=2) if status == ArticleStatus.SCHEDULED else now,
        "tags": ["shared topic", f"{word} topic"],
    }
    article = make_article(status=status, **fields)
    Notice.objects.create(article=article, text=word)
    make_tally(article, yes=4711)
    item = make_item(
        article,
        make_region(f"Isle of {word}", china),
        china,
        continues=shown,
        **dict.fromkeys(("heading", "section", "issuer", "source_title"), word),
        body=text,
        tags=["shared topic", f"{word} item topic"],
        action="rejection",
    )
    make_item(shown.article, china, heading="A public step", continues=item)
    ItemRelation.objects.create(from_item=item, to_item=shown, kind=RelationKind.AMENDS)
    ItemRelation.objects.create(from_item=shown, to_item=item, kind=RelationKind.AMENDS)
    RelatedPost.objects.create(article=shown.article, post=article)
    return article


@pytest.fixture
def hidden() -> list[Article]:
    china = make_region("China")
    series = Series.objects.create(name="Public series")
    public = make_article("A public digest", tags=["shared topic"], series=series)
    shown = make_item(public, china, heading="The first step", tags=["shared topic"], action="announcement")
    articles = [hide(status, china, shown) for status in HIDDEN]
    rebuild_all()
    return articles


def known() -> Known:
    """Return what is public on the site."""
    item = PolicyItem.objects.get(heading="The first step")
    topic = Topic.objects.get(name="shared topic")
    return Known(
        item.article, item, Region.objects.get(path="china"), topic, Series.objects.get(name="Public series")
    )


def doors(article: Article) -> list[str]:
    """Return the addresses at which somebody who guesses would look for a hidden article."""
    item = article.items.get()
    assert article.series
    (topic,) = article.tags.exclude(name="shared topic")
    region = Region.objects.get(name__startswith="Isle of", policy_items=item)
    found = addresses(Known(article, item, region, topic, article.series))
    names = ("article", "item", "topic", "series", "feed-topic", "vote", "vote-tally", "vote-thanks")
    return [found[name] for name in names]


def crawl(client: Client, seeds: list[str]) -> Iterator[tuple[str, str]]:
    """Yield address and text of every page that can be reached from the seeds by links."""
    queue, seen = list(seeds), set(seeds)
    while queue:
        address = queue.pop()
        response = client.get(address)
        text = response.getvalue().decode()
        yield address, f"{response.headers}{text}"
        for link in links_in(text):
            parts = urlsplit(urljoin(f"http://127.0.0.1:8000{address}", link))
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            ours = parts.netloc == "127.0.0.1:8000" and not parts.path.startswith(("/admin/", "/static/"))
            if ours and target not in seen:
                seen.add(target)
                queue.append(target)


def links_in(text: str) -> list[str]:
    """Return the addresses in a page, a feed or a sitemap."""
    attributes = re.findall(r'\b(?:href|src|action)="([^"]*)"', text)
    return [unescape(link) for link in attributes + re.findall(r"<(?:loc|id|uri)>([^<]*)<", text)]


def test_a_crawl_of_everything_public_finds_no_word_of_what_is_not(
    client: Client, hidden: list[Article]
) -> None:
    crawled = dict(crawl(client, list(addresses(known()).values())))
    assert len(crawled) > 25
    assert any("A public digest" in text for text in crawled.values())
    for address, text in crawled.items():
        assert "kittiwake" not in text.lower(), address
        assert "4711" not in text, address


@pytest.mark.parametrize("status", HIDDEN)
def test_nobody_who_guesses_an_address_learns_more_than_that_there_is_nothing(
    client: Client, hidden: list[Article], status: str
) -> None:
    article = next(article for article in hidden if article.status == status)
    withdrawn = status == ArticleStatus.ARCHIVED
    for address in doors(article):
        response = client.get(address)
        is_withdrawn = withdrawn and address.startswith(("/articles/", "/items/", "/vote/"))
        assert response.status_code == (410 if is_withdrawn else 404), address
        assert "kittiwake" not in response.getvalue().decode(), address


def test_a_region_of_hidden_items_has_a_page_that_shows_none(client: Client, hidden: list[Article]) -> None:
    for region in Region.objects.filter(name__startswith="Isle of"):
        page = read(client, region.get_absolute_url())
        assert page.select(".row") == []
        assert all_words(page, "#items-heading") == ["0 policy items"]


def test_counts_are_of_public_items_alone(client: Client, hidden: list[Article]) -> None:
    steps = len(HIDDEN)
    assert all_words(read(client, "/regions/"), ".index li") == [f"China {steps + 1} items"]
    assert all_words(read(client, "/topics/"), ".index li") == ["shared topic 1 article, 1 item"]
    assert all_words(read(client, "/"), ".kicker") == [f"Public series · Digest, {steps + 1} items"]
    assert all_words(read(client, "/series/public-series/"), ".opening .count") == ["1 edition"]
    china = read(client, "/regions/china/")
    assert all_words(china, "#items-heading") == [f"{steps + 1} policy items"]
    assert china.select("nav .index li") == []


def test_a_hidden_step_gives_a_policy_no_status(client: Client, hidden: list[Article]) -> None:
    PolicyItem.objects.filter(heading="A public step").update(continues=None, first_step=None)
    page = read(client, known().item.get_absolute_url())
    assert all_words(page, ".facts .status summary") == ["in preparation"]
    assert page.select(".steps, .ties") == []


def test_everything_appears_with_its_publication(client: Client, hidden: list[Article]) -> None:
    """The canary is alive: what the crawl does not find while it is hidden, it finds once it is public."""
    for article in hidden:
        article.status, article.published_at = ArticleStatus.PUBLISHED, timezone.now()
        article.save()
    rebuild_all()
    text = " ".join(text for _, text in crawl(client, list(addresses(known()).values())))
    for status in HIDDEN:
        assert len(re.findall(canary(status), text)) > 30


def test_routes_with_a_key_are_closed_to_guesses(client: Client) -> None:
    assert {"preview"} == KEYED
    read(client, "/preview/guess/", status=404)
