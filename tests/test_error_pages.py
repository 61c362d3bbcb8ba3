import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.failing_urls import SECRET
from tests.reading import links, read, words

ERRORS = {
    "/suspicious/": 400,
    "/forbidden/": 403,
    "/there-is-none/": 404,
    "/broken/": 500,
}


@pytest.fixture
def client(settings: Settings) -> Client:
    settings.ROOT_URLCONF = "tests.failing_urls"
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("address", "status"), ERRORS.items())
@pytest.mark.django_db
def test_an_error_page_has_the_look_of_the_site_and_leads_on_without_the_database(
    client: Client, address: str, status: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = read(client, address, status=status)
    assert words(page.select_one(".kicker")) == f"Error {status}"
    assert page.select_one("link[rel=stylesheet][href='/static/css/site.css']")
    assert words(page.select_one(".site")) == "policytracker"
    assert links(page, "main") == ["/", "/regions/", "/topics/"]
    assert page.select_one("meta[name=robots][content=noindex]")
    assert page.select("link[rel=canonical]") == []
    assert SECRET not in str(page)


@pytest.mark.parametrize("address", ERRORS)
def test_an_error_page_is_framed_by_nobody_and_sets_no_cookie(client: Client, address: str) -> None:
    response = client.get(address)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response.cookies == {}


@pytest.mark.parametrize(
    ("address", "caching"),
    [
        ("/suspicious/", "private, no-store"),
        ("/forbidden/", "private, no-store"),
        ("/there-is-none/", "public, max-age=5"),
        ("/broken/", "private, no-store"),
    ],
)
def test_no_cache_keeps_an_error_for_long(client: Client, address: str, caching: str) -> None:
    assert set(client.get(address)["Cache-Control"].split(", ")) == set(caching.split(", "))


def test_a_request_for_another_host_is_refused(client: Client) -> None:
    response = client.get("/about/terms/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example" not in response.content


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_the_look_of_the_site() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    assert b"sent from another site" in response.content
    assert b"css/site.css" in response.content
