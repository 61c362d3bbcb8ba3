"""What a feed reader gets: whole texts of what is public, by lasting ids and the site's own address."""

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Notice, PolicyItem, Topic
from regions.models import RegionRedirect
from tests.factories import make_article, make_digest, make_item, make_region
from tests.reading import read

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LATEST = "/feeds/latest.atom"
SITE = "https://policy.example"


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL, settings.SITE_NAME = SITE, "Policy & more"


def feed(client: Client, address: str = LATEST) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def entries(client: Client, address: str = LATEST) -> list[ElementTree.Element]:
    return feed(client, address).findall(f"{ATOM}entry")


def text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def titles(client: Client, address: str = LATEST) -> list[str]:
    return [text(entry, "title") for entry in entries(client, address)]


class TestLatest:
    def test_it_lists_the_public_articles_the_newest_first(self, client: Client) -> None:
        make_article("Older", published_at=timezone.now() - timedelta(days=1))
        make_digest(title="Newer")
        assert titles(client) == ["Newer", "Older"]

    def test_it_stops_at_thirty(self, client: Client) -> None:
        for _ in range(31):
            make_article()
        assert len(entries(client)) == 30

    def test_an_empty_site_has_an_empty_feed(self, client: Client) -> None:
        assert entries(client) == []

    def test_all_addresses_are_of_the_site_whatever_the_host_header_says(self, client: Client) -> None:
        article = make_article()
        response = client.get(LATEST, headers={"host": "localhost"})
        root = ElementTree.fromstring(response.content)
        assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
            "alternate": f"{SITE}/",
            "self": f"{SITE}{LATEST}",
        }
        assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == SITE + article.get_absolute_url()
        assert b"localhost" not in response.content

    def test_the_id_of_an_entry_outlives_a_change_of_its_address(self, client: Client) -> None:
        article = make_article(slug="before")
        before = text(entries(client)[0], "id")
        article.slug = "after"
        article.save()
        assert text(entries(client)[0], "id") == before
        assert before.startswith("tag:policy.example,")

    def test_an_entry_tells_who_wrote_it_when_and_about_what(self, client: Client) -> None:
        published = timezone.now() - timedelta(days=3)
        make_article(byline="Ann Lee; Bo Chen", tags=["ai"], published_at=published, language="fr")
        [entry] = entries(client)
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ann Lee, Bo Chen"
        assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["ai"]
        assert text(entry, "published")[:19] == published.isoformat()[:19]
        assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"

    def test_an_article_without_a_byline_is_by_the_site(self, client: Client) -> None:
        make_article()
        root = feed(client)
        assert root.findtext(f"{ATOM}author/{ATOM}name") == "Policy & more"
        assert root.find(f"{ATOM}entry/{ATOM}author") is None

    def test_an_edited_item_makes_its_digest_newer(self, client: Client) -> None:
        digest = make_digest()
        PolicyItem.objects.filter(article=digest).update(modified_at=timezone.now() + timedelta(hours=5))
        later = (timezone.now() + timedelta(hours=4)).isoformat()
        assert text(entries(client)[0], "updated") > later


class TestContent:
    def test_it_is_the_whole_text_with_counted_numbers(self, client: Client) -> None:
        digest = make_digest("Freedonia", standfirst="In short.", conclusion="<p>The end.</p>")
        make_item(digest, heading="Sylvania", section="Far away", body="<p>A <strong>bold</strong> law.</p>")
        make_item(digest, heading="Unnumbered", numbered=False)
        Notice.objects.create(article=digest, text="Reprints welcome.")
        content = text(entries(client)[0], "content")
        parts = ["In short.", "What governments did.", "<h3>01 Freedonia</h3>", "<h2>Far away</h2>"]
        parts += [
            "<h3>02 Sylvania</h3>",
            "<strong>bold</strong>",
            "Unnumbered",
            "The end.",
            "Reprints welcome.",
        ]
        places = [content.find(part) for part in parts]
        assert places == sorted(places)
        assert -1 not in places

    def test_markup_in_titles_is_text(self, client: Client) -> None:
        digest = make_article("<b>Title</b> & more")
        make_item(digest, heading="<script>alert(1)</script>")
        [entry] = entries(client)
        assert text(entry, "title") == "<b>Title</b> & more"
        assert "<script" not in text(entry, "content")

    def test_rich_text_is_cleaned_once_more(self, client: Client) -> None:
        article = make_article()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_article SET body = '<p>x</p><script>y</script>'")
        assert article.body not in text(entries(client)[0], "content")
        assert "<script" not in text(entries(client)[0], "content")

    def test_the_summary_is_short(self, client: Client) -> None:
        make_article(body=f"<p>{'word ' * 500}</p>")
        assert len(text(entries(client)[0], "summary")) <= 121


class TestTopics:
    def test_it_lists_articles_that_carry_the_topic_or_have_an_item_that_does(self, client: Client) -> None:
        make_article("Own", tags=["ai"])
        make_item(make_article("By item"), tags=["ai"])
        make_article("Other", tags=["climate"])
        assert sorted(titles(client, "/feeds/topics/ai.atom")) == ["By item", "Own"]

    def test_a_topic_that_nothing_public_carries_is_unknown(self, client: Client) -> None:
        make_article(tags=["secret"], status=ArticleStatus.DRAFT, published_at=None)
        assert Topic.objects.filter(slug="secret").exists()
        assert client.get("/feeds/topics/secret.atom").status_code == 404

    def test_an_unknown_topic_is_404(self, client: Client) -> None:
        assert client.get("/feeds/topics/nothing.atom").status_code == 404


class TestRegions:
    def test_it_lists_items_of_the_region_and_of_everything_inside_it(self, client: Client) -> None:
        china = make_region("China")
        article = make_article("Digest")
        make_item(article, make_region("Jiangsu", china), heading="Chain", tags=["ai"], body="<p>Whole.</p>")
        make_item(article, make_region("France"))
        [entry] = entries(client, "/feeds/regions/china.atom")
        item = PolicyItem.objects.get(heading="Chain")
        assert text(entry, "title") == "Chain – Digest"
        assert entry.find(f"{ATOM}link").get("href") == SITE + item.get_absolute_url()
        assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["Jiangsu", "ai"]
        assert "<p>Whole.</p>" in text(entry, "content")
        assert titles(client, "/feeds/regions/china/jiangsu.atom") == ["Chain – Digest"]

    def test_an_entry_holds_its_source(self, client: Client) -> None:
        item = {"source_url": "https://gov.example/law", "source_title": "The law"}
        make_item(make_article(byline="Ann Lee"), make_region("France"), **item)
        [entry] = entries(client, "/feeds/regions/france.atom")
        assert '<a href="https://gov.example/law" rel="noopener">The law</a>' in text(entry, "content")
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ann Lee"
        assert text(entry, "id").startswith("tag:policy.example,")

    def test_a_region_that_moved_leads_to_its_new_feed_for_good(self, client: Client) -> None:
        region = make_region("Jiangsu", make_region("China"))
        RegionRedirect.objects.create(path="old/jiangsu", region=region)
        response = client.get("/feeds/regions/old/jiangsu.atom")
        assert response.status_code == 301
        assert response["Location"] == "/feeds/regions/china/jiangsu.atom"

    def test_an_unknown_region_is_404(self, client: Client) -> None:
        assert client.get("/feeds/regions/nowhere.atom").status_code == 404

    def test_a_region_without_items_has_an_empty_feed(self, client: Client) -> None:
        make_region("France")
        assert entries(client, "/feeds/regions/france.atom") == []


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("/", LATEST),
        ("/regions/france/", "/feeds/regions/france.atom"),
        ("/topics/ai/", "/feeds/topics/ai.atom"),
    ],
)
def test_pages_tell_feed_readers_of_their_feeds(page: str, address: str, client: Client) -> None:
    make_item(make_article(tags=["ai"]), make_region("France"))
    links = read(client, page).select('link[rel="alternate"][type="application/atom+xml"]')
    assert address in [link["href"] for link in links]
