"""What the pages of articles and of items tell machines."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from articles.choices import Action, DatePrecision, Instrument
from articles.models import Article, PolicyItem, Series
from regions.choices import NameKind
from regions.models import Region, RegionName
from tests.articles.metadata.reading import nodes, properties
from tests.factories import make_article, make_digest, make_item, make_region
from tests.reading import read

pytestmark = pytest.mark.django_db

APPEARED = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL, settings.SITE_NAME = "https://policy.example", "The Tracker"


def of_article(client: Client, article: Article) -> Any:
    return nodes(client, article.get_absolute_url())["Article"]


def act(client: Client, **facts: Any) -> Any:
    """Return what the page of an item with these facts tells of a legal act, if anything."""
    item = make_item(make_article(), make_region("Jilin"), **facts)
    return nodes(client, item.get_absolute_url()).get("Legislation")


def test_an_article_has_its_authors_dates_language_and_topics(client: Client) -> None:
    post = make_article(
        "A title",
        slug="a-title",
        language="zh-Hans",
        byline="Ann Lee; 李安",
        tags=["AI"],
        published_at=APPEARED,
    )
    Article.objects.update(modified_at=datetime(2026, 3, 4, tzinfo=UTC))
    told = of_article(client, post)
    assert told["headline"] == "A title"
    assert told["inLanguage"] == "zh-Hans"
    assert [author["name"] for author in told["author"]] == ["Ann Lee", "李安"]
    assert {author["@type"] for author in told["author"]} == {"Person"}
    assert told["publisher"]["name"] == "The Tracker"
    assert told["datePublished"] == "2026-03-02T10:15:00+00:00"
    assert told["dateModified"] == "2026-03-04T00:00:00+00:00"
    assert told["keywords"] == ["AI"]
    assert told["url"] == told["mainEntityOfPage"] == "https://policy.example/articles/a-title/"
    assert "correction" not in told
    assert "mainEntity" not in told


def test_open_graph_is_told_the_same(client: Client) -> None:
    series = Series.objects.create(name="Weekly")
    post = make_article("A title", language="pt-BR", tags=["AI", "law"], published_at=APPEARED, series=series)
    said = properties(read(client, post.get_absolute_url()))
    assert said["og:title"] == ["A title"]
    assert said["og:locale"] == ["pt_BR"]
    assert said["article:published_time"] == ["2026-03-02T10:15:00+00:00"]
    assert said["article:section"] == ["Weekly"]
    assert sorted(said["article:tag"]) == ["AI", "law"]


@pytest.mark.parametrize("language", ["en", "pl", "sw", "zh-Hans"])
def test_a_language_without_a_territory_gets_none(client: Client, language: str) -> None:
    post = make_article(language=language)
    assert "og:locale" not in properties(read(client, post.get_absolute_url()))


def test_without_a_byline_the_site_speaks(client: Client) -> None:
    (author,) = of_article(client, make_article())["author"]
    assert (author["@type"], author["name"]) == ("Organization", "The Tracker")


def test_a_digest_lists_its_items_in_order_and_names_its_regions_once(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning", "Jilin")
    told = of_article(client, digest)
    members = told["mainEntity"]
    assert [(each["position"], each["name"]) for each in members["itemListElement"]] == [
        (1, "Jilin"), (2, "Liaoning"), (3, "Jilin"),
    ]  # fmt: skip
    first = digest.items.first()
    assert first
    assert members["itemListElement"][0]["url"] == f"https://policy.example{first.get_absolute_url()}"
    assert [place["name"] for place in told["about"]] == ["Jilin", "Liaoning"]


def test_it_changed_when_one_of_its_items_did(client: Client) -> None:
    digest = make_digest(published_at=APPEARED)
    Article.objects.update(modified_at=APPEARED)
    PolicyItem.objects.update(modified_at=datetime(2026, 5, 1, tzinfo=UTC))
    assert of_article(client, digest)["dateModified"] == "2026-05-01T00:00:00+00:00"


def test_a_correction_is_told_with_its_day(client: Client) -> None:
    post = make_article(corrected_at=APPEARED, correction_note="The year was wrong.")
    assert of_article(client, post)["correction"] == {
        "@type": "CorrectionComment",
        "text": "The year was wrong.",
        "datePublished": "2026-03-02T10:15:00+00:00",
    }


def test_an_edition_is_part_of_its_series(client: Client) -> None:
    post = make_article(series=Series.objects.create(name="Weekly"))
    told = nodes(client, post.get_absolute_url())
    assert told["Article"]["isPartOf"]["name"] == "Weekly"
    assert [step["name"] for step in told["BreadcrumbList"]["itemListElement"]] == ["Weekly", post.title]


def test_an_item_is_part_of_its_article(client: Client) -> None:
    digest = make_digest("Jilin", "Liaoning", title="Round the regions")
    item = digest.items.last()
    assert item
    told = nodes(client, item.get_absolute_url())
    assert told["Article"]["position"] == 2
    assert told["Article"]["isPartOf"]["headline"] == "Round the regions"
    assert "Legislation" not in told


class TestLegislation:
    """A legal act is told as one, with what is known of it and nothing else."""

    def test_a_law_in_force(self, client: Client) -> None:
        told = act(client, heading="Data Act", instrument=Instrument.LAW, issuer="Parliament",
                   action=Action.IMPLEMENTATION, announced_on=date(2026, 3, 1))  # fmt: skip
        assert told["name"] == "Data Act"
        assert told["legislationType"] == "law"
        assert told["legislationLegalForce"] == "https://schema.org/InForce"
        assert told["legislationResponsible"] == {"@type": "Organization", "name": "Parliament"}
        assert [place["name"] for place in told["legislationJurisdiction"]] == ["Jilin"]
        assert not {"legislationDate", "legislationIdentifier"} & told.keys()

    @pytest.mark.parametrize(
        ("precision", "day"), [(DatePrecision.DAY, "2026-03-01"), (DatePrecision.MONTH, "2026-03")]
    )
    def test_the_day_of_its_signing_as_exactly_as_it_is_known(
        self, client: Client, precision: str, day: str
    ) -> None:
        told = act(client, instrument=Instrument.TREATY, action=Action.SIGNING, announced_on=date(2026, 3, 1),
                   announced_precision=precision)  # fmt: skip
        assert told["legislationDate"] == day
        assert told["legislationLegalForce"] == "https://schema.org/NotInForce"

    def test_what_is_not_known_is_left_out(self, client: Client) -> None:
        told = act(client, instrument=Instrument.ORDER)
        assert told.keys() == {"@type", "@id", "name", "legislationType", "legislationJurisdiction"}

    def test_it_is_in_force_in_part_during_grace(self, client: Client) -> None:
        told = act(client, instrument=Instrument.LAW, action=Action.IN_FORCE_WITH_GRACE_PERIOD)
        assert told["legislationLegalForce"] == "https://schema.org/PartiallyInForce"

    @pytest.mark.parametrize(
        "instrument", ["", Instrument.PLAN, Instrument.LAWSUIT, Instrument.INVESTIGATION]
    )
    def test_what_is_no_legal_document_is_none(self, client: Client, instrument: str) -> None:
        assert act(client, instrument=instrument, action=Action.ADOPTION) is None

    def test_all_steps_of_a_policy_tell_of_one_act_as_it_stands_now(self, client: Client) -> None:
        law: dict[str, Any] = {"instrument": Instrument.LAW}
        drafted = law | {"action": Action.DRAFTING, "announced_on": date(2025, 1, 1)}
        in_force = law | {"action": Action.IMPLEMENTATION, "announced_on": date(2026, 1, 1)}
        first = make_item(make_article(), make_region("Jilin"), **drafted)
        second = make_item(make_article(), make_region("Jilin"), continues=first, **in_force)
        told = [nodes(client, item.get_absolute_url()) for item in (first, second)]
        acts = {(each["Legislation"]["@id"], each["Legislation"]["legislationLegalForce"]) for each in told}
        address = f"https://policy.example/items/{first.pk}/#policy"
        assert acts == {(address, "https://schema.org/InForce")}
        assert told[1]["Article"]["about"][0] == {"@id": address}


def test_a_text_tells_the_same_in_every_frame(client: Client) -> None:
    digest = make_digest("Jilin", series=Series.objects.create(name="Weekly"), language="zh-Hans")
    RegionName.objects.create(region=Region.objects.get(), name="吉林", language="zh", kind=NameKind.SHORT)
    PolicyItem.objects.update(instrument=Instrument.LAW)
    for text in (digest, digest.items.get()):
        english, chinese = (nodes(client, f"{prefix}{text.get_absolute_url()}") for prefix in ("", "/zh"))
        assert english == chinese
        assert english["Article"]["url"] == f"https://policy.example{text.get_absolute_url()}"
        assert "/zh/" not in json.dumps(chinese)


def test_a_place_is_told_under_its_common_name_and_one_address_everywhere(client: Client) -> None:
    china = make_region("China")
    jilin = make_region("Jilin", china)
    for region, name in ((china, "中国"), (jilin, "吉林")):
        RegionName.objects.create(region=region, name=name, language="zh", kind=NameKind.SHORT)
    item = make_item(make_article(language="zh-Hans"), jilin)
    (told,) = nodes(client, f"/zh{item.get_absolute_url()}")["Article"]["about"]
    assert (told["name"], told["url"]) == ("Jilin", "https://policy.example/regions/china/jilin/")
    pages = [
        nodes(client, f"{prefix}{jilin.get_absolute_url()}")["AdministrativeArea"] for prefix in ("", "/zh")
    ]
    assert pages[0] == pages[1]
    assert pages[0] == told | {"alternateName": ["吉林"], "containedInPlace": pages[0]["containedInPlace"]}
    assert pages[0]["containedInPlace"]["name"] == "China"
