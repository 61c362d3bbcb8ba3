"""What holds for every public address: the cost of long lists, and what the headers say.

FAULTS.md R08, U01, U07, C03, C04, C13 and O02, over all routes.
"""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from articles.choices import RelationKind
from articles.models import ItemRelation, Notice, PolicyItem, Series, Topic
from regions.models import Region, RegionName
from tests.factories import make_article, make_item, make_region, make_tally
from tests.public_addresses import PRIVATE, Known, addresses

pytestmark = pytest.mark.django_db


class World:
    """A site on which everything that is listed anywhere has as many rows as was asked for."""

    def __init__(self) -> None:
        self.series = Series.objects.create(name="Weekly")
        self.land = make_region("Freedonia")
        newest = {"tags": ["common"], "series": self.series, "published_at": timezone.now()}
        self.digest = make_article("Digest", **newest)
        self.later = make_article("Later", **newest)
        self.rows = 0
        make_tally(self.digest, yes=1)

    def grow(self, rows: int) -> Known:
        """Add rows to all lists until each has as many; return what the pages are about."""
        for number in range(self.rows, rows):
            self._add(number)
        self.rows = rows
        item = PolicyItem.objects.of(self.digest)[0]
        return Known(self.digest, item, self.land, Topic.objects.get(slug="common"), self.series)

    def _add(self, number: int) -> None:
        post = make_article(f"Post {number}", tags=["common", f"topic {number}"], series=self.series)
        inside = make_region(f"Part {number}", self.land)
        make_item(post, inside)
        item = make_item(
            self.digest,
            inside,
            make_region(f"Country {number}"),
            tags=["common"],
            source_url="https://x.example",
        )
        first = PolicyItem.objects.of(self.digest)[0]
        step = make_item(self.later, inside, continues=first, announced_on=date(2020, 1, 1), tags=["common"])
        first.tags.add(f"topic {number}")
        ItemRelation.objects.create(from_item=first, to_item=step, kind=RelationKind.AMENDS)
        ItemRelation.objects.create(from_item=step, to_item=item, kind=RelationKind.AMENDS)
        Notice.objects.create(article=self.digest, text="Notice", position=number)
        RegionName.objects.create(region=self.land, name=f"Name {number}", language="fr")


def costs(client: Client, known: Known) -> dict[str, int]:
    """Return how many queries each address takes."""
    found = {}
    for name, address in addresses(known).items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        found[name] = len(queries)
    return found


def test_every_address_takes_as_many_queries_for_1_row_as_for_100(client: Client) -> None:
    world = World()
    costs(client, world.grow(1))  # fills what is filled once per process
    few = costs(client, world.grow(1))
    many = costs(client, world.grow(100))
    assert many == few
    few.pop("sitemap")  # it reads every section
    assert max(few.values()) <= 16, few


@pytest.fixture
def known() -> Known:
    return World().grow(1)


def test_public_answers_may_be_kept_by_every_cache_and_belong_to_nobody(client: Client, known: Known) -> None:
    for name, address in addresses(known).items():
        response = client.get(address)
        assert response.cookies == {}, address
        if name in PRIVATE:
            assert "no-store" in response["Cache-Control"], address
        else:
            assert re.search(r"public.*max-age=[1-9]|max-age=[1-9].*public", response["Cache-Control"]), (
                address
            )
            assert response.get("Vary", "Accept-Encoding") == "Accept-Encoding", address


def test_every_answer_is_strict_about_what_it_may_load_and_who_may_frame_it(
    client: Client, known: Known
) -> None:
    for address in [*addresses(known).values(), "/there-is-none/", "/articles/none/", "/static/none.css"]:
        response = client.get(address)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert "nonce-" not in policy, address
        assert "unsafe" not in policy, address
        assert response["X-Frame-Options"] == "DENY"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_no_page_holds_a_nonce_a_token_or_anything_written_inline(client: Client, known: Known) -> None:
    for address in [*addresses(known).values(), "/there-is-none/"]:
        html = client.get(address).content.decode()
        assert not re.search(r"nonce=|csrfmiddlewaretoken|<style|\sstyle=|\son\w+=", html), address
        assert not re.search(r"<script(?![^>]*\ssrc=|\stype=\"application/ld\+json\">)", html), address


def test_asking_twice_gives_the_same_bytes(client: Client, known: Known) -> None:
    for name, address in addresses(known).items():
        if name != "readyz":
            assert client.get(address).content == client.get(address).content, address


def test_cookies_and_headers_of_the_visitor_change_no_public_page(client: Client, known: Known) -> None:
    """FAULTS.md C01 and C02, in small."""
    stranger = Client(
        headers={"accept-language": "zh", "x-forwarded-host": "evil.example", "user-agent": "kittiwake"}
    )
    stranger.cookies.load({"sessionid": "kittiwake", "csrftoken": "kittiwake", "django_language": "fr"})
    for name, address in addresses(known).items():
        if name not in PRIVATE:
            assert stranger.get(address).content == client.get(address).content, address


def test_the_canonical_address_of_every_page_is_made_from_the_settings(
    client: Client, known: Known, settings: Settings
) -> None:
    """FAULTS.md U05."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://policy.example", ["other.example"]
    found = 0
    for address in addresses(known).values():
        html = client.get(f"{address}?utm_source=x", headers={"host": "other.example"}).content.decode()
        assert "other.example" not in html, address
        for canonical in re.findall(r'rel="canonical" href="([^"]*)"', html):
            assert canonical == f"https://policy.example{address}"
            found += 1
    assert found >= 9


def test_head_answers_like_get_without_a_body(client: Client, known: Known) -> None:
    for name, address in addresses(known).items():
        response = client.head(address)
        assert (response.status_code, response.content) == (200, b""), name


def test_a_region_without_rows_costs_no_more(client: Client, known: Known) -> None:
    empty = make_region("Empty", Region.objects.get(pk=known.region.pk))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(empty.get_absolute_url()).status_code == 200
    assert len(queries) <= costs(client, known)["region"]
