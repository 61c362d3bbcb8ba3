"""What the desk suggests for an item: issuers of its region, earlier steps near it before others."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import PolicyItem
from regions.models import Region
from tests.articles.admin.test_queries import queries
from tests.factories import make_article, make_item, make_region

pytestmark = pytest.mark.django_db

ISSUERS = reverse("admin:articles_policyitem_issuers")
STEPS = reverse("admin:autocomplete")
FIELD = {"app_label": "articles", "model_name": "policyitem", "field_name": "continues"}


def issuers(client: Client, **query: Any) -> list[str]:
    response = client.get(ISSUERS, query)
    assert response.status_code == 200
    return list(response.json()["issuers"])


def steps(client: Client, term: str = "", **query: Any) -> list[str]:
    response = client.get(STEPS, {**FIELD, "term": term, **query})
    assert response.status_code == 200
    return [row["text"] for row in response.json()["results"]]


@pytest.fixture
def freedonia() -> Region:
    return make_region("Freedonia")


class TestIssuers:
    def test_the_most_frequent_of_the_region_come_first(self, editor: Client, freedonia: Region) -> None:
        article, ruritania = make_article(), make_region("Ruritania")
        for issuer, place in (("Once", freedonia), ("Twice", freedonia), ("Twice", freedonia),
                              ("", freedonia), ("Elsewhere", ruritania)):  # fmt: skip
            make_item(article, place, issuer=issuer)
        assert issuers(editor, region=freedonia.pk) == ["Twice", "Once"]

    def test_those_of_all_given_regions_are_named_once(self, editor: Client, freedonia: Region) -> None:
        ruritania = make_region("Ruritania")
        make_item(make_article(), freedonia, ruritania, issuer="Both")
        assert issuers(editor, region=[freedonia.pk, ruritania.pk]) == ["Both"]

    def test_without_a_region_nobody_is_named(self, editor: Client, freedonia: Region) -> None:
        make_item(make_article(), freedonia, issuer="Somebody")
        for nonsense in ("", "x", "-1", "9" * 40, "1 OR 1=1"):
            assert issuers(editor, region=nonsense) == []

    def test_few_questions_whatever_the_number_of_items(self, editor: Client, freedonia: Region) -> None:
        counts = []
        for items in (1, 20):
            for _ in range(items):
                make_item(make_article(), freedonia, issuer="Somebody")
            counts.append(queries(editor, f"{ISSUERS}?region={freedonia.pk}"))
        assert counts[0] == counts[1]

    def test_they_are_for_those_who_may_see_items(self, client: Client, freedonia: Region) -> None:
        assert client.get(ISSUERS).status_code == 302
        client.force_login(User.objects.create_user("clerk", is_staff=True))
        assert client.get(ISSUERS).status_code == 403

    def test_they_are_only_read(self, editor: Client) -> None:
        assert editor.post(ISSUERS).status_code == 405


class TestEarlierSteps:
    @pytest.fixture
    def items(self, freedonia: Region) -> list[PolicyItem]:
        """In Freedonia, inside it, elsewhere; the newest first."""
        article = make_article("The digest")
        inside, elsewhere = make_region("Fredville", freedonia), make_region("Ruritania")
        places = (elsewhere, freedonia, inside, elsewhere)
        return [make_item(article, place, heading=f"Step {n}") for n, place in enumerate(places)][::-1]

    def test_those_of_the_items_region_and_inside_it_come_first(
        self, editor: Client, freedonia: Region, items: list[PolicyItem]
    ) -> None:
        found = [text.split(" · ")[0] for text in steps(editor, region=freedonia.pk)]
        assert found == ["Step 2", "Step 1", "Step 3", "Step 0"]

    def test_so_they_do_among_those_that_a_word_finds(
        self, editor: Client, freedonia: Region, items: list[PolicyItem]
    ) -> None:
        found = [text.split(" · ")[0] for text in steps(editor, "step", region=freedonia.pk)]
        assert found == ["Step 2", "Step 1", "Step 3", "Step 0"]
        assert len(steps(editor, "Step 3", region=freedonia.pk)) == 1

    def test_the_item_itself_is_not_among_them(
        self, editor: Client, freedonia: Region, items: list[PolicyItem]
    ) -> None:
        found = steps(editor, region=freedonia.pk, item=items[1].pk)
        assert len(found) == 3
        assert not any(text.startswith("Step 2") for text in found)

    def test_a_label_tells_heading_region_date_and_article(self, editor: Client, freedonia: Region) -> None:
        article = make_article("The digest", status="draft", published_at=None)
        make_item(article, freedonia, heading="A law", announced_on="2020-04-01", announced_precision="month")
        make_item(article, freedonia)
        assert steps(editor) == [
            "Freedonia · The digest (draft)",
            "A law · Freedonia · April 2020 · The digest (draft)",
        ]

    def test_nonsense_regions_are_passed_over(self, editor: Client, items: list[PolicyItem]) -> None:
        assert len(steps(editor, region=["x", "", "9" * 40])) == 4

    def test_few_questions_whatever_the_number_of_items(self, editor: Client, freedonia: Region) -> None:
        counts = []
        for number in (2, 15):
            for _ in range(number):
                make_item(make_article(), freedonia)
            counts.append(queries(editor, f"{STEPS}?{urlencode({**FIELD, 'region': freedonia.pk})}"))
        assert counts[0] == counts[1]
