from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from articles.choices import Action, DatePrecision, Instrument
from articles.models import Article
from tests.factories import make_article, make_digest, make_item, make_region, make_tally
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db


def headings(page: BeautifulSoup) -> list[str]:
    return all_words(page, ".item .item-heading")


def test_items_stand_in_order_under_two_digit_numbers(client: Client) -> None:
    digest = make_digest("Jiangsu", "Jilin", "Liaoning")
    page = read(client, digest.get_absolute_url())
    assert headings(page) == ["01 Jiangsu", "02 Jilin", "03 Liaoning"]


def test_an_unnumbered_item_has_no_number_and_does_not_count(client: Client) -> None:
    digest = make_digest("Jilin")
    make_item(digest, make_region("Beijing"), numbered=False)
    make_item(digest, make_region("Guangzhou"))
    page = read(client, digest.get_absolute_url())
    assert headings(page) == ["01 Jilin", "Beijing", "02 Guangzhou"]
    assert [item.get("data-number") for item in page.select("[data-region]")] == ["1", None, "2"]


def test_number_and_region_stand_once_per_item_on_its_own_element(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning")
    china = make_region("China")
    make_item(digest, make_region("Hangzhou", make_region("Zhejiang", china)), china, heading="Hangzhou")
    make_item(digest, heading="Nowhere")
    page = read(client, digest.get_absolute_url())
    items = page.select("section.item")
    assert page.select("[data-region]") == items
    assert page.select("[data-number]") == items
    assert [item["data-region"] for item in items] == ["jilin", "liaoning", "china/zhejiang/hangzhou", ""]


def test_a_number_of_three_digits_is_a_plain_integer_in_the_data(client: Client) -> None:
    digest = make_digest("Jilin")
    make_item(digest, heading="Far", skip_before=1233)
    page = read(client, digest.get_absolute_url())
    assert [item["data-number"] for item in page.select("[data-number]")] == ["1", "1235"]
    assert headings(page)[1] == "1235 Far"


def test_a_section_is_a_heading_above_items_that_may_count_anew(client: Client) -> None:
    digest = make_article(body="")
    make_item(digest, heading="Before all")
    make_item(digest, heading="A", section="East", restarts_numbering=True)
    make_item(digest, heading="B")
    make_item(digest, heading="C", section="West", restarts_numbering=True)
    page = read(client, digest.get_absolute_url())
    outline = [(tag.name, words(tag)) for tag in page.select(".article h2, .article h3") if tag.parent]
    assert outline[:6] == [
        ("h2", "01 Before all"),
        ("h2", "East"),
        ("h3", "01 A"),
        ("h3", "02 B"),
        ("h2", "West"),
        ("h3", "01 C"),
    ]


def test_the_contents_lead_to_anchors_that_moving_an_item_leaves_alone(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning")
    first, second = digest.items.all()
    page = read(client, digest.get_absolute_url())
    assert all_words(page, ".contents a") == ["01 Jilin", "02 Liaoning"]
    assert links(page, ".contents") == [f"#item-{first.pk}", f"#item-{second.pk}"]
    type(first).objects.filter(pk=first.pk).update(position=9)
    page = read(client, digest.get_absolute_url())
    assert links(page, ".contents") == [f"#item-{second.pk}", f"#item-{first.pk}"]
    assert words(page.select_one(f"#item-{first.pk} .item-heading")) == "02 Jilin"


def test_an_item_tells_its_facts_in_plain_words(client: Client) -> None:
    digest = make_article(body="")
    make_item(
        digest,
        make_region("Chongqing"),
        instrument=Instrument.GUIDELINE,
        action=Action.ADOPTION,
        issuer="General Office",
        announced_on=date(2020, 4, 7),
        in_force_on=date(2020, 7, 1),
        in_force_precision=DatePrecision.QUARTER,
        amount=Decimal("200000000.50"),
        currency="CNY",
        source_url="https://www.cq.example/opinions",
        source_title="指导意见",
        source_language="zh-Hans",
        archived_url="https://archive.example/1",
    )
    page = read(client, digest.get_absolute_url())
    names = all_words(page, ".facts dt")
    values = all_words(page, ".facts dd summary, .facts dd:not(:has(summary))")
    facts = dict(zip(names, values, strict=True))
    assert facts == {
        "Status": "adopted",
        "This step": "adopted",
        "Instrument": "guideline",
        "Issuer": "General Office",
        "Announced": "7 April 2020",
        "In force": "third quarter of 2020",
        "New money": "CNY 200,000,000.50",
    }
    source = page.select_one(".source a")
    assert source
    assert (source["href"], source["hreflang"]) == ("https://www.cq.example/opinions", "zh-Hans")
    assert words(page.select_one(".source")) == "Source: 指导意见 (Simplified Chinese)"
    assert "https://archive.example/1" in links(page, ".item-links")


def test_a_fact_that_is_not_known_is_left_out(client: Client) -> None:
    digest = make_digest("Jilin")
    page = read(client, digest.get_absolute_url())
    assert page.select(".item dt, .source, .timeline") == []


def test_an_item_about_several_places_leads_to_each(client: Client) -> None:
    china = make_region("China")
    guangdong, macao = make_region("Guangdong", china), make_region("Macao")
    digest = make_article(body="")
    make_item(digest, guangdong, macao)
    page = read(client, digest.get_absolute_url())
    assert all_words(page, ".item .places a") == ["Guangdong · China", "Macao"]
    assert links(page, ".item .places") == ["/regions/china/guangdong/", "/regions/macao/"]


def test_an_item_shows_the_timeline_of_its_policy(client: Client) -> None:
    earlier = make_item(
        make_article("The first telling"),
        heading="The bill",
        action=Action.INTRODUCTION,
        announced_on=date(2020, 1, 2),
    )
    digest = make_article(body="")
    item = make_item(
        digest, heading="The law", continues=earlier, action=Action.SIGNING, announced_on=date(2021, 3, 4)
    )
    page = read(client, digest.get_absolute_url())
    assert words(page.select_one(".timeline summary")) == "Timeline: 2 steps, this is step 2"
    assert all_words(page, ".steps li") == [
        "2 January 2020 The bill · introduced in The first telling",
        f"4 March 2021 The law · signed in {digest.title}",
    ]
    assert words(page.select_one(".steps [aria-current]")).startswith("4 March 2021")
    assert links(page, ".steps") == [earlier.get_absolute_url()]
    assert item.get_absolute_url() in links(page, ".item-links")


def test_questions_of_votes_and_related_posts_follow_the_text(client: Client) -> None:
    digest = make_digest("Jilin")
    make_tally(digest, base_yes=93, base_no=39)
    for _ in range(7):
        make_article()
    page = read(client, digest.get_absolute_url())
    (tally,) = page.select("[data-helpful-yes][data-helpful-total]")
    assert (tally["data-helpful-yes"], tally["data-helpful-total"]) == ("93", "132")
    assert words(tally) == "93 out of 132 found this helpful"
    assert len(page.select("[data-related]")) == 6
    (form,) = page.select("form")
    assert (form["method"], form["action"]) == ("post", f"/vote/{digest.pk}/")


def test_an_empty_digest_article_is_a_page_all_the_same(client: Client) -> None:
    article = Article.objects.create(title="Bare", status="published", published_at="2020-01-01T00:00Z")
    page = read(client, article.get_absolute_url())
    assert words(page.h1) == "Bare"
    assert page.select(".contents, .item") == []
