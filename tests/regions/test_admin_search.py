"""Finding a region in the admin: the list's search box and the autocomplete fields."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regions.models import Region
from tests.factories import make_editor, make_region

pytestmark = pytest.mark.django_db
LIST = reverse("admin:regions_region_changelist")
AUTOCOMPLETE = reverse("admin:autocomplete")


def asked(term: str) -> dict[str, str]:
    """What the autocomplete field for a parent asks the server."""
    return {"app_label": "regions", "model_name": "region", "field_name": "parent", "term": term}


@pytest.fixture
def desk() -> Client:
    """A signed-in editor's browser."""
    client = Client()
    client.force_login(make_editor())
    return client


@pytest.fixture
def china() -> Region:
    """China with Jilin, Jilin City and Hangzhou, under English and Chinese names."""
    china = make_region("China", code="CN")
    china.names.create(name="中国", language="zh", kind="short")
    china.names.create(name="CN", kind="code")
    jilin = make_region("Jilin", china, code="CN-JL")
    jilin.names.create(name="吉林省", language="zh", kind="official")
    city = make_region("Jilin City", jilin, population=1_881_977)
    city.names.create(name="Jilin", language="en")
    city.names.create(name="吉林市", language="zh", kind="official")
    hangzhou = make_region("Hangzhou", make_region("Zhejiang", china), population=9_236_032)
    hangzhou.names.create(name="杭州", language="zh", kind="short")
    return china


def suggestions(desk: Client, term: str, page: int = 1) -> list[str]:
    """What the autocomplete field for a parent offers."""
    query = {
        "app_label": "regions",
        "model_name": "region",
        "field_name": "parent",
        "term": term,
        "page": page,
    }
    return [row["text"] for row in desk.get(reverse("admin:autocomplete"), query).json()["results"]]


def listed(desk: Client, **query: Any) -> list[str]:
    """The paths in the list of regions."""
    response = desk.get(LIST, query)
    return [region.path for region in response.context["cl"].result_list]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("Jilin", ["Jilin · China", "Jilin City · Jilin · China"]),
        ("jilin city", ["Jilin City · Jilin · China"]),
        ("JÍLIN CI", ["Jilin City · Jilin · China"]),
        ("吉林市", ["Jilin City · Jilin · China"]),
        ("吉林", ["Jilin · China", "Jilin City · Jilin · China"]),
        ("州", ["Hangzhou · Zhejiang · China"]),
        ("zhou", ["Hangzhou · Zhejiang · China"]),
        ("cn", ["China"]),
        ("  China ", ["China"]),
        ("nowhere", []),
        ("%", []),
        ("_", []),
    ],
)
def test_a_region_is_found_under_any_of_its_names(
    desk: Client, china: Region, term: str, found: list[str]
) -> None:
    assert suggestions(desk, term) == found


AROUND = [
    "jilin, china",
    "jilin · China",
    "Jilin，china,",
    "吉林，中国",
    "吉林、中国",
    "jilin, 中国",
    "吉林, CN",
]


@pytest.mark.parametrize("term", AROUND)
def test_what_stands_behind_a_comma_is_around_the_region(desk: Client, china: Region, term: str) -> None:
    make_region("Jilin", make_region("Ruritania"))
    assert suggestions(desk, term) == ["Jilin · China", "Jilin City · Jilin · China"]


def test_what_is_around_may_be_at_any_height_and_several(desk: Client, china: Region) -> None:
    chaoyang = make_region("Chaoyang", Region.objects.get(path="china/jilin/jilin-city"))
    make_region("Chaoyang", Region.objects.get(path="china/zhejiang"))
    assert suggestions(desk, "chaoyang, 吉林省, 中国") == [str(chaoyang)]
    assert suggestions(desk, "chaoyang，吉林市、吉林省，china") == [str(chaoyang)]
    assert suggestions(desk, "chaoyang, 中国, 无处") == []


def test_a_region_is_not_around_itself(desk: Client, china: Region) -> None:
    assert suggestions(desk, "hangzhou, 杭州") == []
    assert suggestions(desk, "china, 中国") == []


def test_letters_of_a_path_are_no_name_of_what_is_around(desk: Client, china: Region) -> None:
    make_region("Springfield", make_region("Indochina-on-Sea", slug="harbour"))
    assert suggestions(desk, "springfield, harbour") == []
    assert suggestions(desk, "springfield, sea") == ["Springfield · Indochina-on-Sea"]


@pytest.mark.parametrize("term", [",", " · ", "，", "", " "])
def test_a_term_without_a_name_finds_everything_or_nothing(desk: Client, china: Region, term: str) -> None:
    assert len(suggestions(desk, term)) in (0, 5)


def test_two_letters_find_beginnings_only(desk: Client) -> None:
    make_region("Angola")
    make_region("Japan")
    assert suggestions(desk, "an") == ["Angola"]
    assert suggestions(desk, "apa") == ["Japan"]


def test_the_best_come_first(desk: Client) -> None:
    country = make_region("Georgia")
    make_region("Georgia Bay", country, kind="city", population=99_000_000)
    make_region("New Georgia", country, kind="city", population=5)
    other = make_region("United States")
    make_region("Georgia", other, kind="subdivision")
    make_region("Georgia", make_region("Ohio", other), kind="city", population=10)
    make_region("Georgia", make_region("Texas", other), kind="city", population=20)
    assert suggestions(desk, "georgia") == [
        "Georgia",
        "Georgia · United States",
        "Georgia · Texas · United States",
        "Georgia · Ohio · United States",
        "Georgia Bay · Georgia",
        "New Georgia · Georgia",
    ]


def test_the_list_finds_what_the_autocomplete_finds(desk: Client, china: Region) -> None:
    assert listed(desk, q="吉林") == ["china/jilin", "china/jilin/jilin-city"]
    assert listed(desk, q="jilin", kind__exact="city") == ["china/jilin/jilin-city"]


def test_a_sorted_column_goes_before_the_best(desk: Client, china: Region) -> None:
    assert listed(desk, q="jilin", o="-1") == ["china/jilin/jilin-city", "china/jilin"]


def test_the_list_shows_what_is_around(desk: Client, china: Region) -> None:
    assert '<td class="field-inside">Jilin · China</td>' in desk.get(LIST).content.decode()


def count_queries(desk: Client, url: str, **query: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(url, query).status_code == 200
    return len(queries)


def test_the_number_of_queries_does_not_grow(desk: Client) -> None:
    province = make_region("Province", make_region("Country"))
    make_region("Town 0", province)

    def counts() -> list[int]:
        plain, searched = count_queries(desk, LIST), count_queries(desk, LIST, q="town")
        suggested = [count_queries(desk, AUTOCOMPLETE, **asked(term)) for term in ("town", "town, country")]
        return [plain, searched, *suggested]

    before = counts()
    for number in range(1, 30):
        make_region(f"Town {number}", make_region(f"Province {number}", province.parent))
    assert counts() == before


def test_writers_without_a_right_find_nothing(china: Region) -> None:
    client = Client()
    client.force_login(User.objects.create_user("guest", password="pass", is_staff=True))
    assert client.get(LIST).status_code == 403
    assert client.get(AUTOCOMPLETE, asked("jilin")).status_code == 403


@pytest.mark.parametrize("term", ["x" * 10_000, "\x00", "a\x00b", "'; drop table", "‮", "é" * 500, "·" * 100])
def test_any_search_is_answered(desk: Client, china: Region, term: str) -> None:
    assert desk.get(LIST, {"q": term}).status_code in (200, 302, 400)
    assert desk.get(AUTOCOMPLETE, asked(term)).status_code in (200, 400)
