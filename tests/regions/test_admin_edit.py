"""Changing a region in the admin: its name, its place, its other names; and deleting it."""

import html

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regions.models import Region, RegionRedirect, RemovedRegion
from tests.factories import make_article, make_editor, make_item, make_region

pytestmark = pytest.mark.django_db
LIST = reverse("admin:regions_region_changelist")
ADD = reverse("admin:regions_region_add")
HOSTILE = "<script>alert(1)</script>\"'{{7*7}}"


@pytest.fixture
def desk() -> Client:
    """A signed-in editor's browser."""
    client = Client()
    client.force_login(make_editor())
    return client


def change(region: Region) -> str:
    return reverse("admin:regions_region_change", args=[region.pk])


def delete(region: Region) -> str:
    return reverse("admin:regions_region_delete", args=[region.pk])


def form(region: Region | None = None, **fields: object) -> dict[str, object]:
    """The data of the form of a region, with its names, and ``fields`` changed in it."""
    names = list(region.names.all()) if region else []
    data: dict[str, object] = {
        "name": region.name if region else "",
        "kind": region.kind if region else "country",
        "parent": (region.parent_id or "") if region else "",
        "slug": region.slug if region else "",
        "code": (region.code or "") if region else "",
        "population": "",
        "names-TOTAL_FORMS": len(names),
        "names-INITIAL_FORMS": len(names),
    }
    for index, name in enumerate(names):
        data |= {f"names-{index}-id": name.pk, f"names-{index}-region": region.pk if region else ""}
        data |= {f"names-{index}-{field}": getattr(name, field) for field in ("name", "language", "kind")}
    return data | fields


def errors(response: HttpResponse) -> dict[str, list[str]]:
    found: dict[str, list[str]] = response.context["adminform"].form.errors  # type: ignore[attr-defined]
    return dict(found)


def test_a_new_region_gets_its_path_and_is_found_under_its_name(desk: Client) -> None:
    assert desk.post(ADD, form(name="Ruritania")).status_code == 302
    region = Region.objects.get(path="ruritania")
    assert [name.name for name in region.names.all()] == ["Ruritania"]


def test_a_changed_parent_moves_the_region_and_leaves_redirects(desk: Client) -> None:
    old, new = make_region("Old"), make_region("New")
    province = make_region("Province", old)
    town = make_region("Town", province)
    assert desk.post(change(province), form(province, parent=new.pk)).status_code == 302
    town.refresh_from_db()
    assert town.path == "new/province/town"
    assert RegionRedirect.objects.get(path="old/province/town").region == town


def test_a_parent_inside_the_region_is_refused_with_a_sentence(desk: Client) -> None:
    country = make_region("Country")
    province = make_region("Province", country)
    response = desk.post(change(country), form(country, parent=province.pk))
    assert errors(response)["parent"] == ["A region can't be inside itself."]


def test_another_name_is_added_in_the_same_form(desk: Client) -> None:
    region = make_region("Peking")
    data = form(region, **{"names-TOTAL_FORMS": 2})
    data |= {
        "names-1-region": region.pk,
        "names-1-name": "北京",
        "names-1-language": "zh",
        "names-1-kind": "short",
    }
    assert desk.post(change(region), data).status_code == 302
    assert Region.objects.named("北京").get() == region


def test_a_code_stands_once(desk: Client) -> None:
    make_region("China", code="CN")
    assert "code" in errors(desk.post(ADD, form(name="Cathay", code="CN")))


def test_regions_without_a_code_do_not_clash(desk: Client) -> None:
    for name in ("One", "Two"):
        assert desk.post(ADD, form(name=name)).status_code == 302
    assert Region.objects.filter(code=None).count() == 2


@pytest.mark.parametrize("field", ["name", "slug", "code"])
@pytest.mark.parametrize("length", [256, 10_000])
def test_too_long_a_text_is_told_in_the_form(desk: Client, field: str, length: int) -> None:
    response = desk.post(ADD, form(**{"name": "Short", field: "x" * length}))
    assert field in errors(response)


@pytest.mark.parametrize("name", ["中" * 200, "م" * 200, "x" * 200, "👩‍⚕️", "\u202eabc", "é"])
def test_any_name_is_stored_as_it_is(desk: Client, name: str) -> None:
    assert desk.post(ADD, form(name=name)).status_code == 302
    region = Region.objects.get()
    assert region.name == name
    assert region.slug
    assert desk.get(change(region)).status_code == 200


@pytest.mark.parametrize("name", ["a\x00b", "a\x0bb", "\ud800"])
def test_characters_that_no_page_can_hold_never_reach_the_database(desk: Client, name: str) -> None:
    data = form(name=name.encode("utf-8", "surrogatepass"))
    assert desk.post(ADD, data).status_code in (200, 302, 400)
    assert all(region.name.isprintable() for region in Region.objects.all())


def test_a_hostile_name_is_escaped_wherever_it_is_shown(desk: Client) -> None:
    country = make_region(HOSTILE, source_id="iso:XX")
    town = make_region(HOSTILE, country)
    country.names.create(name=f"{HOSTILE} again", language="en")
    pages = [
        LIST,
        change(country),
        change(town),
        delete(town),
        delete(country),
        f"{change(town)[:-7]}history/",
    ]
    for url in pages:
        response = desk.get(url, {"q": "script"} if url == LIST else None)
        assert response.status_code == 200, url
        assert "<script>alert(1)" not in response.content.decode(), url
    assert html.escape(HOSTILE) in desk.get(LIST).content.decode()
    saved = desk.post(change(town), form(town), follow=True).content.decode()
    assert "<script>alert(1)" not in saved


def test_a_region_in_use_is_not_deleted(desk: Client) -> None:
    country = make_region("Ruritania", source_id="iso:RU")
    town = make_region("Hentzau", country)
    article = make_article()
    make_item(article, town)
    make_item(article, town)
    for region, told in ((country, "Ruritania: 1 region inside it, used 2 times"), (town, "used 2 times")):
        page = desk.get(delete(region)).content.decode()
        assert told in page
        assert "would require deleting" in page
        desk.post(delete(region), {"post": "yes"})
    assert Region.objects.count() == 2
    assert not RemovedRegion.objects.exists()


def test_an_unused_region_of_the_gazetteer_is_deleted_for_good(desk: Client) -> None:
    region = make_region("Ruritania", source_id="iso:RU")
    assert "would require deleting" not in desk.get(delete(region)).content.decode()
    assert desk.post(delete(region), {"post": "yes"}).status_code == 302
    assert not Region.objects.exists()
    assert RemovedRegion.objects.get().source_id == "iso:RU"


def test_several_are_deleted_together_or_not_at_all(desk: Client) -> None:
    used = make_region("Used", source_id="iso:US")
    make_item(make_article(), used)
    unused = make_region("Unused", source_id="iso:UN")
    data = {"action": "delete_selected", "_selected_action": [used.pk, unused.pk], "post": "yes"}
    desk.post(LIST, data)
    assert Region.objects.count() == 2
    desk.post(LIST, data | {"_selected_action": [unused.pk]})
    assert list(Region.objects.all()) == [used]
    assert RemovedRegion.objects.get().source_id == "iso:UN"
