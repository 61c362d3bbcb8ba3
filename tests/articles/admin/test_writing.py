"""An editor writes digests and plain posts."""

import pytest
from django.test import Client

from articles.choices import ArticleStatus
from articles.models import Article, ItemPlace, PolicyItem
from tests.articles.admin.desk import add_article, change_article, errors
from tests.factories import make_article, make_digest, make_item, make_region

pytestmark = pytest.mark.django_db


def test_a_plain_post_is_written_and_published(editor: Client) -> None:
    form = add_article(editor).fill(title="A post", body="<p>Its text.</p>", status="published")
    form.save()
    article = Article.objects.get()
    assert (article.slug, article.status, article.body) == ("a-post", "published", "<p>Its text.</p>")
    assert article.is_public


def test_a_digest_is_written_item_by_item(editor: Client) -> None:
    china = make_region("China")
    jilin, dalian = make_region("Jilin", china), make_region("Dalian", china)
    form = add_article(editor).fill(title="Digest", introduction="<p>Intro.</p>", topics=["AI", "Chains"])
    form.add("items", filed_under=[jilin.pk], body="<p>One.</p>", topics=["Chains"])
    form.add("items", filed_under=[dalian.pk, jilin.pk], body="<p>Two.</p>", numbered=None)
    form.add("notices", kind="contact", text="Write to us.")
    form.save()
    article = Article.objects.get()
    first, second = article.items.all()
    assert [item.title for item in (first, second)] == ["Jilin", "Dalian"]
    assert [region.name for region in second.filed_regions] == ["Dalian", "Jilin"]
    assert (first.numbered, second.numbered) == (True, False)
    assert set(article.tags.names()) == {"AI", "Chains"}
    assert set(first.tags.names()) == {"Chains"}
    assert [notice.text for notice in article.notices.all()] == ["Write to us."]
    assert set(ItemPlace.objects.filter(item=second).values_list("region__name", flat=True)) == {
        "China",
        "Jilin",
        "Dalian",
    }


def test_saving_a_page_as_it_is_changes_nothing(editor: Client) -> None:
    article = make_digest("Freedonia", "Ruritania", tags=["one", "two"])
    before = list(article.items.values()), list(ItemPlace.objects.values("item", "region", "news_date"))
    change_article(editor, article.pk).save()
    after = list(article.items.values()), list(ItemPlace.objects.values("item", "region", "news_date"))
    for row in before[0] + after[0]:
        del row["position"]
    assert after == before
    assert set(article.tags.names()) == {"one", "two"}


class TestOrder:
    def titles(self, article: Article) -> list[str]:
        return [item.title for item in article.items.all()]

    @pytest.fixture
    def article(self, db: None) -> Article:
        return make_digest("A", "B", "C", "D")

    @pytest.mark.parametrize(
        ("row", "position", "expected"),
        [(3, 1, "ADBC"), (0, 2, "BCAD"), (1, 0, "BACD"), (0, "", "BCDA"), (2, 3, "ABDC")],
    )
    def test_an_item_takes_the_position_that_it_is_given(
        self, editor: Client, article: Article, row: int, position: object, expected: str
    ) -> None:
        form = change_article(editor, article.pk)
        form.fill(f"items-{row}", position=position).save()
        assert "".join(self.titles(article)) == expected

    def test_items_exchange_their_places(self, editor: Client, article: Article) -> None:
        form = change_article(editor, article.pk)
        form.fill("items-0", position=3).fill("items-3", position=0).save()
        assert self.titles(article) == ["D", "B", "C", "A"]

    def test_a_new_item_goes_to_the_end_or_where_it_is_put(self, editor: Client, article: Article) -> None:
        form = change_article(editor, article.pk)
        form.add("items", heading="last")
        form.add("items", heading="second", position=1)
        form.save()
        assert self.titles(article) == ["A", "second", "B", "C", "D", "last"]

    def test_equal_positions_stay_in_the_order_of_their_ids(self, editor: Client) -> None:
        article = make_article()
        for heading in "ABC":
            make_item(article, heading=heading, position=7)
        change_article(editor, article.pk).fill(title="Changed").save()
        assert list(article.items.values_list("heading", "position")) == [("A", 1), ("B", 2), ("C", 3)]

    def test_a_deleted_item_leaves_no_gap(self, editor: Client, article: Article) -> None:
        change_article(editor, article.pk).fill("items-1", DELETE="on").save()
        assert list(article.items.values_list("position", flat=True)) == [1, 2, 3]
        assert self.titles(article) == ["A", "C", "D"]


class TestRegions:
    def test_their_order_can_be_changed(self, editor: Client) -> None:
        article, first, second = make_article(), make_region("First"), make_region("Second")
        item = make_item(article, first, second)
        form = change_article(editor, article.pk)
        assert form.data["items-0-filed_under"] == [str(first.pk), str(second.pk)]
        form.fill("items-0", filed_under=[second.pk, first.pk]).save()
        assert [region.name for region in PolicyItem.objects.get(pk=item.pk).filed_regions] == [
            "Second",
            "First",
        ]

    def test_what_is_no_region_is_refused(self, editor: Client) -> None:
        article = make_digest("Freedonia")
        for forged in ("0", "-1", "x", "9" * 40, "1 OR 1=1", "١"):
            form = change_article(editor, article.pk).fill("items-0", filed_under=[forged])
            assert any("valid choice" in error for error in errors(form.send())), forged


class TestFacts:
    def test_a_date_of_a_month_is_stored_as_its_first_day(self, editor: Client) -> None:
        article = make_digest("Freedonia")
        form = change_article(editor, article.pk)
        form.fill("items-0", announced_on="2020-05-17", announced_precision="quarter")
        form.fill("items-0", in_force_on="2021-05-17", in_force_precision="year").save()
        item = article.items.get()
        assert (str(item.announced_on), str(item.in_force_on)) == ("2020-04-01", "2021-01-01")

    def test_an_amount_needs_its_currency(self, editor: Client) -> None:
        article = make_digest("Freedonia")
        response = change_article(editor, article.pk).fill("items-0", amount="5.1").send()
        assert "Give an amount and its currency together." in errors(response)

    def test_an_item_cant_continue_one_that_comes_after_it(self, editor: Client) -> None:
        article = make_digest("Freedonia", "Ruritania")
        first, second = article.items.all()
        change_article(editor, article.pk).fill("items-1", continues=first.pk).save()
        response = change_article(editor, article.pk).fill("items-0", continues=second.pk).send()
        assert "An item can't continue one that comes after it." in errors(response)


def test_what_was_typed_survives_a_failed_save(editor: Client) -> None:
    region = make_region("Freedonia")
    form = add_article(editor).fill(title="", standfirst="Kept standfirst", topics=["New topic"])
    form.add(
        "items", filed_under=[region.pk], heading="Kept heading", body="<p>Kept body</p>", topics=["Kept"]
    )
    form.add("related_posts", title="Kept pick", url="javascript:alert(1)")
    response = form.send()
    page = response.content.decode()
    assert response.status_code == 200
    assert not Article.objects.exists()
    for kept in ("Kept standfirst", "Kept heading", "&lt;p&gt;Kept body&lt;/p&gt;", "Kept pick"):
        assert kept in page
    for option in (
        f'<option value="{region.pk}" selected>Freedonia</option>',
        "New topic</option>",
        "Kept</option>",
    ):
        assert option in page


def test_a_correction_is_dated(editor: Client) -> None:
    article = make_article()
    change_article(editor, article.pk).fill(correction_note="A figure was wrong.").save()
    article.refresh_from_db()
    assert article.corrected_at is not None


def test_the_page_is_laid_out_as_the_digest_is_read(editor: Client) -> None:
    form = add_article(editor)
    headings = [h2.get_text(strip=True) for h2 in form.page.select("#article_form h2")]
    order = ["Opening", "Items", "Conclusion", "Topics", "Notices", "Discover more: picks", "Publication"]
    assert [heading for heading in headings if heading in order] == order
    assert form.data["status"] == [ArticleStatus.DRAFT]
