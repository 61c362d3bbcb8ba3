from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.choices import NoticeKind
from articles.models import Notice, Series
from tests.factories import make_article, make_item, make_region
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"


def test_a_plain_post_shows_its_text_with_headings_and_tables(client: Client) -> None:
    table = "<table><tbody><tr><th>Where</th></tr><tr><td>Seoul</td></tr></tbody></table>"
    post = make_article("A post", body=f"<h2>Why</h2><p>Because.</p>{table}{table}")
    page = read(client, post.get_absolute_url())
    assert words(page.h1) == "A post"
    assert all_words(page, ".body h2, .body p, .body td") == ["Why", "Because.", "Seoul", "Seoul"]
    boxes = page.select(".body .table[tabindex='0']")
    assert [box["aria-label"] for box in boxes] == ["Where Seoul", "Where Seoul"]
    assert page.select(".contents, .item") == []


def test_the_opening_tells_who_wrote_what_where_and_when(client: Client) -> None:
    series = Series.objects.create(name="Blockchain policy weekly")
    post = make_article(
        "News of the week",
        standfirst="What happened.",
        byline="Lin Yueqing; Tiago Abrunhosa",
        series=series,
        edition_date=date(2020, 4, 10),
        published_at="2020-04-11T08:00Z",
        tags=["Blockchain", "Industry"],
    )
    page = read(client, post.get_absolute_url())
    opening = page.select_one(".opening")
    assert opening
    assert words(opening.select_one(".kicker")) == "Blockchain policy weekly · edition of 10 April 2020"
    assert words(opening.select_one(".standfirst")) == "What happened."
    assert words(opening.select_one(".byline")) == "Lin Yueqing · Tiago Abrunhosa · 11 April 2020"
    assert all_words(opening, ".topics a") == ["Blockchain", "Industry"]
    assert links(opening)[0] == "/series/blockchain-policy-weekly/"


def test_a_correction_is_shown_with_its_day(client: Client) -> None:
    post = make_article(corrected_at="2020-05-01T12:00Z", correction_note="The sum was wrong.")
    page = read(client, post.get_absolute_url())
    assert words(page.select_one(".correction")) == "Corrected on 1 May 2020. The sum was wrong."


def test_days_are_those_of_the_site_s_time_zone(client: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Shanghai"
    post = make_article(published_at="2020-04-10T20:00Z")
    assert words(read(client, post.get_absolute_url()).select_one(".byline time")) == "11 April 2020"


def test_a_reprint_notice_gives_the_original_address(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://policy.example"
    post = make_article(slug="news")
    Notice.objects.create(article=post, kind=NoticeKind.REPRINT, text="Name the original:", position=1)
    Notice.objects.create(article=post, kind=NoticeKind.CONTACT, text="Write to us.", position=2)
    page = read(client, post.get_absolute_url())
    address = "https://policy.example/articles/news/"
    assert all_words(page, ".notices p") == [f"Name the original: {address}", "Write to us."]
    assert links(page, ".notices") == [address]


def test_the_canonical_link_is_made_from_the_settings_whatever_host_was_asked_for(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://policy.example"
    settings.ALLOWED_HOSTS = ["other.example"]
    post = make_article(slug="news")
    html = client.get(post.get_absolute_url() + "?x=1", headers={"host": "other.example"}).content.decode()
    assert '<link rel="canonical" href="https://policy.example/articles/news/">' in html
    assert "other.example" not in html


def test_content_bears_the_language_and_direction_of_the_article(client: Client) -> None:
    article = make_article("عنوان", language="ar", standfirst="ملخص", body="", introduction="<p>مقدمة</p>")
    make_item(article, make_region("Egypt"), heading="مصر", body="<p>نص</p>")
    page = read(client, article.get_absolute_url())
    assert page.select_one("article.article[dir=rtl]")
    assert page.html
    assert page.html["lang"] == "en"
    for selector in ("h1", ".standfirst", ".introduction", ".item .prose", ".item-heading bdi"):
        element = page.select_one(selector)
        assert element
        assert element["lang"] == "ar"


def test_whatever_editors_type_is_shown_as_text(client: Client) -> None:
    article = make_article(
        HOSTILE,
        slug="hostile",
        standfirst=HOSTILE,
        byline=HOSTILE,
        corrected_at=timezone.now(),
        correction_note=HOSTILE,
        tags=[HOSTILE[:90]],
        series=Series.objects.create(name=HOSTILE, slug="hostile"),
    )
    Notice.objects.create(article=article, text=HOSTILE)
    make_item(article, make_region(HOSTILE), heading=HOSTILE, section=HOSTILE, issuer=HOSTILE)
    page = read(client, article.get_absolute_url())
    ours = ["/static/js/contents.js", "/static/js/copy.js", "/static/js/votes.js"]
    assert [script.get("src") for script in page.select("body script")] == ours
    assert page.select("img, [onerror]") == []
    assert words(page.h1) == HOSTILE
    assert HOSTILE in words(page.select_one(".item-heading"))


def test_rich_text_is_cleaned_on_its_way_out_too(client: Client) -> None:
    article = make_article(body="<p>safe</p>")
    with connection.cursor() as cursor:  # as a restore or another program might write it
        cursor.execute(
            "UPDATE articles_article SET body = %s, introduction = %s, conclusion = %s",
            [
                "<p onclick=x()>body</p><script>1</script>",
                "<svg onload=x()>",
                '<a href="javascript:x()">l</a>',
            ],
        )
    page = read(client, article.get_absolute_url())
    assert page.select("[onclick], svg, a[href^=javascript], .prose script") == []
    assert "body" in all_words(page, ".body p")


def test_an_article_never_asks_for_anything_elsewhere(client: Client) -> None:
    post = make_article(body='<p><img src="https://tracker.example/1.gif">text</p>')
    page = read(client, post.get_absolute_url())
    fetched = [*page.select("[src]"), *page.select("link[rel=stylesheet], link[rel=icon]")]
    addresses = [str(element.get("src") or element.get("href")) for element in fetched]
    assert addresses
    assert all(address.startswith("/static/") for address in addresses)


def test_a_post_that_is_scheduled_appears_when_its_time_has_come(client: Client) -> None:
    now = timezone.now()
    due = make_article(status="scheduled", published_at=now - timedelta(seconds=1))
    later = make_article(status="scheduled", published_at=now + timedelta(minutes=5))
    read(client, due.get_absolute_url())
    read(client, later.get_absolute_url(), status=404)
