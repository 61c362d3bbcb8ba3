"""FAULTS.md T02 and T03: whatever an address holds, the answer is an error page and never a failure."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Series
from tests.factories import make_digest

pytestmark = pytest.mark.django_db

PLACES = [
    "/{}",
    "/articles/{}/",
    "/items/{}/",
    "/regions/{}/",
    "/topics/{}/",
    "/series/{}/",
    "/preview/{}/",
    "/vote/{}/",
    "/vote/{}/tally",
    "/vote/{}/thanks/",
    "/feeds/{}",
    "/feeds/regions/{}.atom",
    "/feeds/topics/{}.atom",
    "/sitemap/{}.xml",
]
PARTS = {
    "NUL": "%00",
    "NUL within": "a%00b",
    "NUL behind a digit": "1%00",
    "not UTF-8": "%ff%fe",
    "half a character": "%e6%b1",
    "a lone surrogate": "%ed%a0%80",
    "an escaped slash": "a%2fb",
    "dots": "..%2f..%2fetc",
    "a line end": "a%0d%0aSet-Cookie:x=1",
    "an emoji": "%F0%9F%8E%89",
    "Arabic": "%D9%85%D8%B5%D8%B1",
    "255 characters": "a" * 255,
    "256 characters": "a" * 256,
    "10,000 characters": "a" * 10_000,
    "20 digits": "9" * 20,
    "10,000 digits": "9" * 10_000,
    "many parts": "a/" * 2_000 + "a",
}
NUMBERS = {
    "nothing": "",
    "a negative": "-1",
    "a fraction": "1.5",
    "letters": "last-but-one",
    "Arabic digits": "%D9%A1",
}
QUERIES = PARTS | NUMBERS | {"1,000 commas": "a," * 1_000, "1,000 words": "a%20" * 1_000}
LISTS = (
    "/",
    "/regions/",
    "/regions/freedonia/",
    "/topics/",
    "/topics/chains/",
    "/series/weekly/",
    "/sitemap.xml",
    "/sitemap/articles.xml",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
def test_an_address_that_can_t_be_is_not_found(client: Client, place: str, part: str) -> None:
    response = client.get(place.format(part))
    assert response.status_code in (400, 404)
    assert response.cookies == {}


@given(path=st.binary(max_size=60))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_make_an_address_that_is_answered(client: Client, path: bytes) -> None:
    quoted = "".join(f"%{byte:02x}" for byte in path)
    for place in PLACES:
        assert client.get(place.format(quoted)).status_code < 500


@pytest.mark.parametrize("part", QUERIES.values(), ids=list(QUERIES))
def test_a_query_that_can_t_be_fails_no_public_list(client: Client, part: str) -> None:
    make_digest("Freedonia", tags=["chains"], series=Series.objects.create(name="Weekly", slug="weekly"))
    answers = {path: client.get(f"{path}?page={part}&p={part}&q={part}").status_code for path in LISTS}
    assert set(answers.values()) <= {200, 404}, answers


@pytest.mark.parametrize("part", QUERIES.values(), ids=list(QUERIES))
def test_a_query_that_can_t_be_fails_no_list_of_the_desk(admin_client: Client, part: str) -> None:
    make_digest("Freedonia")
    for model in admin.site._registry:
        path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for query in (f"o={part}&q={part}&p={part}", f"id__exact={part}"):
            assert admin_client.get(f"{path}?{query}").status_code < 500, path


@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
def test_a_vote_for_what_can_t_be_is_refused(client: Client, part: str) -> None:
    response = client.post(f"/vote/{part}/", {"vote": "yes"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code in (400, 404)
