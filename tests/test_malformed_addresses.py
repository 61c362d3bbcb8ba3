"""FAULTS.md T02 and T03: whatever an address holds, the answer is an error page and never a failure."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db

PLACES = [
    "/{}",
    "/articles/{}/",
    "/items/{}/",
    "/regions/{}/",
    "/topics/{}/",
    "/series/{}/",
    "/vote/{}/tally",
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
    "10,000 digits": "9" * 10_000,
    "many parts": "a/" * 2_000 + "a",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
def test_an_address_that_can_t_be_is_not_found(client: Client, place: str, part: str) -> None:
    response = client.get(place.format(part))
    assert response.status_code in (400, 404)
    assert response.cookies == {}


@given(path=st.binary(max_size=60))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_make_an_address_that_is_answered(client: Client, path: bytes) -> None:
    quoted = "".join(f"%{byte:02x}" for byte in path)
    for place in PLACES:
        assert client.get(place.format(quoted)).status_code < 500
