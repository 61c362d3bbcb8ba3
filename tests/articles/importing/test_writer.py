"""A parse becomes a draft, once, with the numbers that the source prints."""

from datetime import date

import pytest

from articles.importing.duplicates import likeness, repeats_of
from articles.importing.parser import understand
from articles.importing.source.text import read_text
from articles.importing.writer import Written, write
from articles.models import Article
from articles.numbering import numbers
from regions.models import Region
from tests.articles.importing.places_finder import KNOWN, find
from tests.articles.importing.scoring import TODAY
from tests.factories import make_article, make_digest, make_region

pytestmark = pytest.mark.django_db

TEXT = """Laws of the week

What <governments> did.

Africa

1. Kenya
On 3 March 2024 the parliament adopted a law. See https://example.org/law.

- first
- second

Europe

1. Norway
The government published a plan.

3. Germany
The cabinet adopted a bill.

In summary, all is well.

Please contact us.

Was this article helpful?

7 out of 9 found this helpful

Discover more

A post of ours

An excerpt of it ...

A post of others

Another excerpt ...
"""


@pytest.fixture(autouse=True)
def _regions() -> None:
    for name in ("Kenya", "Norway", "Germany"):
        make_region(name, code=KNOWN[name][1])


def written(text: str = TEXT, **options: bool) -> Written:
    digest, _ = understand(read_text(text), find, today=TODAY)
    return write(digest, text, **options)


def test_the_draft_has_the_parts_of_the_source() -> None:
    article = written().article
    assert (article.title, article.status, article.language) == ("Laws of the week", "draft", "en")
    assert article.introduction == "<p>What &lt;governments&gt; did.</p>"
    assert article.conclusion == "<p>In summary, all is well.</p>"
    assert [(notice.kind, notice.text) for notice in article.notices.all()] == [
        ("contact", "Please contact us.")
    ]
    assert (article.tally.base_yes, article.tally.base_no) == (7, 2)


def test_items_have_their_numbers_regions_dates_and_sources() -> None:
    items = list(written().article.items.all())
    assert list(numbers(items)) == [1, 1, 3]
    assert [item.section for item in items] == ["Africa", "Europe", ""]
    assert [item.heading for item in items] == ["Kenya", "Norway", "Germany"]
    assert [item.region.path for item in items if item.region] == ["kenya", "norway", "germany"]
    assert (items[0].announced_on, items[0].announced_precision) == (date(2024, 3, 3), "day")
    assert items[0].source_url.startswith("https://example.org/law")
    assert "<ul><li><p>first</p></li><li><p>second</p></li></ul>" in items[0].body


def test_a_source_is_imported_once_unless_asked() -> None:
    first, second = written(), written(TEXT.replace("\n", "\r\n"))
    assert (second.known, second.article.pk) == (True, first.article.pk)
    again = written(again=True)
    assert again.article.pk != first.article.pk
    assert Article.objects.count() == 2
    assert written(again=True).article.pk not in (first.article.pk, again.article.pk)


def test_related_posts_are_picked_by_their_titles_and_the_others_named() -> None:
    post = make_article("A post of ours")
    result = written()
    assert [pick.post for pick in result.article.related_posts.all()] == [post]
    assert result.unmatched == ["A post of others"]


def test_a_plain_post_has_its_text_as_body() -> None:
    article = written("# Why\n\nOne <b>thing</b> & another.\n\n## How\n\n- so\n").article
    assert article.body == "<p>One thing &amp; another.</p><h2>How</h2><ul><li><p>so</p></li></ul>"
    assert not article.items.exists()


def test_text_that_looks_like_a_script_stays_text() -> None:
    article = written("Why\n\nWrite <script>alert(1)</script> & go.\n").article
    assert "<script" not in article.body
    assert "&lt;script&gt;" in article.body


def test_an_item_that_the_site_has_is_found_by_text_and_by_source() -> None:
    written()
    digest, _ = understand(read_text(TEXT.replace("a plan", "the plan")), find, today=TODAY)
    found = {repeat.index: repeat.by_source for repeat in repeats_of(digest)}
    assert found[0] is True
    assert found[2] is False


def test_other_items_of_a_region_are_no_repeats() -> None:
    region = Region.objects.get(name="Kenya")
    make_digest("Kenya")
    digest, _ = understand(read_text(TEXT), find, today=TODAY)
    assert region.path in {place.path for item in digest.items for place in item.regions}
    assert repeats_of(digest) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("The senate adopted a bill on data.", "The senate adopted a bill on data!", True),
        ("江苏省发布数字政府建设方案", "江苏省发布数字政府建设的方案", True),
        ("The senate adopted a bill.", "A court stopped the tax on sugar.", False),
        ("", "", False),
    ],
)
def test_likeness(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= 0.6) is alike
