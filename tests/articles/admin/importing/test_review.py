"""The review of an import: proposals, corrections, regions, and a draft created once. FAULTS A06, D02."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Version

from articles.models import Article, PolicyItem, RelatedPost
from regions.models import Region
from tests.articles.admin.desk import CHANGE, soup
from tests.articles.admin.importing.texts import IMPORT, TEXT, Import
from tests.factories import make_region

pytestmark = pytest.mark.django_db


def test_nothing_is_saved_before_the_draft_is_created(writer: Client) -> None:
    page = Import(writer)
    page.do("update")
    assert not Article.objects.exists()


class TestProposals:
    def test_one_is_accepted_until_it_is_refused(self, writer: Client) -> None:
        page = Import(writer)
        assert page.items == ["01 Freedonia", "02 Ruritania", "03", "04 Graustark"]
        assert "Number 3 is missing" in page.page.select_one(".import-warnings li").get_text()
        page.do("refuse:0")
        assert page.items == ["01 Freedonia", "02 Ruritania", "04 Graustark"]
        page.do("accept:0")
        assert page.label("Sylvania published") == "item 03"

    def test_its_line_leads_to_its_piece(self, writer: Client) -> None:
        page = Import(writer)
        link = page.page.select_one(".import-warnings a")
        assert link["href"] == f"#piece-{page.piece('Sylvania published')}"


class TestCorrections:
    def test_a_piece_is_merged_with_the_one_above_and_split_again(self, writer: Client) -> None:
        page = Import(writer)
        page.do(f"merge:{page.piece('4. Graustark')}")
        assert page.label("4. Graustark") == "text of item 03"
        page.do(f"split:{page.piece('4. Graustark')}")
        assert page.items[-1] == "04 Graustark"

    def test_ticked_pieces_become_what_was_chosen(self, writer: Client) -> None:
        page = Import(writer)
        page.do("mark", piece=[page.piece("cabinet"), page.piece("king")], kind="discarded")
        assert page.label("cabinet") == page.label("king") == "discarded"
        page.do(f"undo:{page.piece('king')}")
        assert (page.label("cabinet"), page.label("king")) == ("discarded", "text of item 02")
        page.do("reset")
        assert page.label("cabinet") == "text of item 04"

    def test_a_digest_becomes_a_plain_post_and_a_digest_again(self, writer: Client) -> None:
        page = Import(writer)
        page.do("post:yes")
        assert page.items == []
        page.do("post:no")
        assert len(page.items) == 4
        page.do("post:yes")
        page.create()
        article = Article.objects.get()
        assert "<h2>1. Freedonia</h2>" in article.body
        assert not article.items.exists()

    def test_what_was_typed_stays_while_pieces_are_corrected(self, writer: Client) -> None:
        page = Import(writer)
        page.do("refuse:0", title="Harbours")
        page.do("update")
        assert page.form.data["title"] == ["Harbours"]

    def test_decisions_of_no_sense_change_nothing(self, writer: Client) -> None:
        page = Import(writer)
        before = page.items
        for deed in ("refuse:99", "merge:9999", "split:x", "mark", "dance", "link:1"):
            assert page.do(deed, piece=["x", "12345"], kind="nonsense").status_code == 200
        for decisions in ("[", "[1]", '{"kinds": {"0": 1, "x": "title"}, "refused": "no"}', "[" * 100_000):
            page.press("do", "update", decisions=decisions)
        assert page.items == before


class TestRegions:
    def test_a_chosen_region_is_that_of_the_item(self, writer: Client) -> None:
        place = make_region("Laurania")
        page = Import(writer)
        name = f"regions-{page.piece('1. Freedonia')}"
        assert page.form.data[name] == [str(Region.objects.get(name="Freedonia").pk)]
        page.do("update", **{name: place.pk})
        assert page.form.data[name] == [str(place.pk)]
        page.create()
        assert Article.objects.get().items.first().region == place

    def test_no_region_is_a_choice_too(self, writer: Client) -> None:
        page = Import(writer)
        page.do("update", **{f"regions-{page.piece('1. Freedonia')}": None})
        assert "No region was recognised" in page.page.select_one(".import-warnings").get_text()
        page.create()
        assert Article.objects.get().items.first().region is None

    def test_a_region_that_is_not_there_is_passed_over(self, writer: Client) -> None:
        page = Import(writer)
        page.create(**{f"regions-{page.piece('1. Freedonia')}": ["99999", "x"]})
        assert Article.objects.get().items.first().region is None


class TestCreation:
    def test_it_leads_to_the_desk_and_says_what_is_left_to_do(self, writer: Client) -> None:
        response = Import(writer).create(title="Harbours")
        article = Article.objects.get()
        assert response.headers["Location"] == reverse(CHANGE, args=[article.pk])
        said = soup(writer.get(response.headers["Location"])).select_one(".messagelist .success").get_text()
        assert "with 4 items. Left to do: the topics" in said
        assert (article.title, article.status, article.saved_by.get_username()) == (
            "Harbours",
            "draft",
            "writer",
        )
        assert Version.objects.get_for_object(article).count() == 1

    def test_a_forged_field_is_no_way_to_publish(self, writer: Client) -> None:
        Import(writer).create(
            status="published", published_at_0="2024-01-01", slug="forged", import_key="forged"
        )
        article = Article.objects.get()
        assert (article.status, article.published_at) == ("draft", None)
        assert "forged" not in (article.slug, article.import_key)

    def test_the_same_source_leads_to_the_first_draft_unless_another_is_asked_for(
        self, writer: Client
    ) -> None:
        page, twin = Import(writer), Import(writer)
        page.create()
        first = Article.objects.get()
        assert twin.create().headers["Location"] == reverse(CHANGE, args=[first.pk])
        again = Import(writer)
        assert again.page.select_one(".import-known a")["href"] == reverse(CHANGE, args=[first.pk])
        assert again.page.select_one("input.default")["name"] == "_again"
        again.press("_again")
        assert Article.objects.count() == 2

    def test_a_language_of_no_sense_is_refused_and_kept(self, writer: Client) -> None:
        page = Import(writer)
        page.create(language="English!")
        assert page.response.status_code == 200
        assert "Enter a language tag" in page.page.select_one(".errorlist").get_text()
        assert page.form.data["language"] == ["English!"]
        assert not Article.objects.exists()

    def test_the_text_can_be_changed_once_more(self, writer: Client) -> None:
        page = Import(writer)
        page.press("_text")
        assert page.page.textarea.get_text().split() == TEXT.split()


class TestRepeats:
    def test_an_item_that_the_site_has_is_told_and_linked_instead(self, writer: Client) -> None:
        Import(writer).create()
        first = Article.objects.get()
        page = Import(writer, TEXT.replace("Harbour rules of the month", "Rules of the sea"))
        told = page.page.select(".import-repeat a")
        item = PolicyItem.objects.get(heading="Freedonia")
        assert reverse("admin:articles_policyitem_change", args=[item.pk]) in [link["href"] for link in told]
        assert (
            page.page.select_one(".import-warnings").get_text().count("The site has this item already") == 4
        )
        page.do(f"link:{page.piece('1. Freedonia')}")
        assert (
            page.page.select_one(".import-warnings").get_text().count("The site has this item already") == 3
        )
        page.create()
        second = Article.objects.exclude(pk=first.pk).get()
        assert not second.items.filter(heading="Freedonia").exists()
        assert RelatedPost.objects.get(article=second).post == first


def many(items: int) -> str:
    texts = [
        f"{number}. Freedonia\n\nThe parliament adopted law number {number * 7} on harbour cranes."
        for number in range(1, items + 1)
    ]
    return "Many rules\n\n" + "\n\n".join(texts)


def test_it_asks_the_database_the_same_for_3_and_60_items(writer: Client) -> None:
    counts = []
    for items in (3, 60):
        page = Import(writer, many(items))
        with CaptureQueriesContext(connection) as captured:
            page.do("update")
        assert len(page.items) == items
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 16


def test_a_text_of_200_items_and_200_kilobytes_is_imported(writer: Client) -> None:
    text = many(200).replace("cranes.", "cranes. " + "It binds each of the ports of the coast. " * 22)
    assert len(text) > 190_000
    page = Import(writer, text)
    assert len(page.items) == 200
    page.do(f"merge:{page.piece('200. Freedonia')}")
    page.create()
    assert Article.objects.get().items.count() == 199


def test_the_page_is_the_same_without_a_script(writer: Client) -> None:
    page = Import(writer)
    nonces = [script.get("nonce") for script in page.page.select("script:not([src])")]
    assert all(nonces)
    assert page.page.select("[style], [onclick]") == []
    assert page.form.page.select_one("#import-form")["action"] == reverse(IMPORT)
