"""A preview is the page that readers will get, but for its bar and its votes."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.choices import Action, ArticleStatus, Instrument, NoticeKind
from articles.models import Article, Notice, PreviewLink, RelatedPost, Series
from articles.views.previews import STANDING_IN
from tests.articles.previews.conftest import Clock
from tests.factories import make_article, make_digest, make_editor, make_item, make_region, make_tally
from tests.reading import all_words, links, read, words

pytestmark = pytest.mark.django_db


def share(article: Article) -> str:
    """Return the address of a preview of the article."""
    editor = make_editor(f"editor of {article.pk}")
    return PreviewLink.share(article, by=editor, days=7).get_absolute_url()


def main_of(page: BeautifulSoup) -> str:
    """Return the main part of a page without its votes."""
    main = page.select_one("main")
    assert main
    votes = main.select_one("#helpful")
    assert votes
    votes.decompose()
    return str(main)


def rich_draft() -> Article:
    """A digest with everything that its page can show, and a step of a policy that is public already."""
    article = make_article(
        "Four regions", status=ArticleStatus.DRAFT, published_at=None, body="", tags=["blockchain"],
        introduction="<p>Go round.</p>", conclusion="<p>The end.</p>", standfirst="In one page.",
        series=Series.objects.create(name="Weekly"), edition_date="2026-03-01", byline="Lin; Tiago",
    )  # fmt: skip
    china = make_region("China")
    earlier = make_item(make_article("Before"), china, action=Action.DRAFTING, announced_on="2026-01-01")
    make_item(article, make_region("Jilin", china), china, action=Action.ADOPTION, continues=earlier)
    make_item(article, heading="Told now", section="Others", restarts_numbering=True, action=Action.RULING)
    make_item(article, china, numbered=False, instrument=Instrument.LAW, source_url="https://example.org/a")
    Notice.objects.create(article=article, kind=NoticeKind.REPRINT, text="Name the original.")
    RelatedPost.objects.create(article=article, post=earlier.article)
    make_tally(article, base_yes=93, base_no=39)
    return article


def test_it_is_the_public_page_to_come(client: Client, clock: Clock) -> None:
    article = rich_draft()
    preview = main_of(read(client, share(article)))
    article.publish()
    assert preview.replace(STANDING_IN, "recent") == main_of(read(client, article.get_absolute_url()))


def test_it_says_which_cards_only_fill_a_place_until_it_is_published(client: Client, clock: Clock) -> None:
    article, other, picked = make_article(status=ArticleStatus.DRAFT), make_article(), make_article()
    RelatedPost.objects.create(article=article, post=picked)
    reasons = {
        card["data-related"]: words(card.select_one(".discover-reason"))
        for card in read(client, share(article)).select("[data-related]")
    }
    assert reasons == {str(picked.pk): "picked by the editors", str(other.pk): STANDING_IN}


def test_so_it_is_for_a_scheduled_article_on_its_day(client: Client, clock: Clock) -> None:
    article = rich_draft()
    article.publish(at=clock.now + timedelta(days=30))
    address = PreviewLink.share(article, by=make_editor(), days=30).get_absolute_url()
    preview = main_of(read(client, address))
    clock.advance(days=30)
    assert preview == main_of(read(client, article.get_absolute_url()))


def test_a_plain_post_is_shown_alike(client: Client, clock: Clock) -> None:
    post = make_article(status=ArticleStatus.IN_REVIEW, published_at=None, body="<h2>Why</h2><p>So.</p>")
    preview = main_of(read(client, share(post)))
    post.publish()
    assert preview == main_of(read(client, post.get_absolute_url()))


def test_the_steps_of_the_draft_stand_in_its_timelines_and_nowhere_else(client: Client, clock: Clock) -> None:
    article = rich_draft()
    first = article.items.all()[0]
    page = read(client, share(article))
    item = page.select_one(f"#{first.anchor}")
    assert item
    assert words(item.select_one(".timeline summary")) == "Timeline: 2 steps, this is step 2"
    assert words(item.select_one(".status summary")) == "adopted"
    assert first.continues
    assert read(client, first.continues.get_absolute_url()).select(".steps") == []


def test_a_step_without_a_date_is_reported_today(client: Client, clock: Clock) -> None:
    page = read(client, share(rich_draft()))
    assert all_words(page, ".step-date") == ["1 January 2026", "reported on 2 March 2026"]
    assert words(page.select_one(".byline time")) == "2 March 2026"


def test_its_head_names_no_page_that_does_not_exist(client: Client, clock: Clock) -> None:
    article = rich_draft()
    page = read(client, share(article))
    assert page.select("link[rel=canonical], link[rel=alternate], meta[name=description]") == []
    assert page.select("meta[property], script[type='application/ld+json']") == []
    assert [meta["content"] for meta in page.select("meta[name=robots]")] == ["noindex"]
    assert page.title
    assert page.title.get_text().startswith("Preview: Four regions")


def test_a_reprint_notice_names_the_address_to_come(client: Client, clock: Clock) -> None:
    article = rich_draft()
    [address] = links(read(client, share(article)), ".notices")
    assert address.endswith(article.get_absolute_url())
    assert "/preview/" not in address


@pytest.mark.parametrize(("query", "is_narrow"), [("", False), ("?width=narrow", True), ("?width=x", False)])
def test_it_is_shown_wide_or_narrow(client: Client, clock: Clock, query: str, is_narrow: bool) -> None:
    address = share(rich_draft())
    page = read(client, address + query)
    assert bool(page.select(".preview-narrow")) is is_narrow
    assert links(page, ".preview-widths") == [address, f"{address}?width=narrow"]
    [current] = page.select(".preview-widths [aria-current]")
    assert words(current) == ("Narrow" if is_narrow else "Wide")


def test_it_takes_the_same_number_of_queries_however_long_it_is(client: Client, clock: Clock) -> None:
    counts = []
    for size in (2, 20):
        digest = make_digest(*[f"Region {size} {n}" for n in range(size)], status=ArticleStatus.DRAFT)
        digest.tags.add(*[f"topic {n}" for n in range(size)])
        Notice.objects.bulk_create(Notice(article=digest, text=f"Notice {n}") for n in range(size))
        address = share(digest)
        with CaptureQueriesContext(connection) as captured:
            read(client, address)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 11
