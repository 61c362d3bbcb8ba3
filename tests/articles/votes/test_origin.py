"""Votes are taken from this site's own pages only (FAULTS U06)."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Article, HelpfulVote

OWN = {"Sec-Fetch-Site": "same-origin"}


def post(article: Article, **client: Any) -> int:
    headers = client.pop("headers")
    poster = Client(enforce_csrf_checks=True, **client)
    return poster.post(f"/vote/{article.pk}/", {"vote": "yes"}, headers=headers).status_code


@pytest.fixture(autouse=True)
def _site(settings: Any) -> None:
    settings.SITE_URL = "https://policy.example"
    settings.ALLOWED_HOSTS = ["*"]


@pytest.mark.parametrize(
    "headers",
    [
        OWN,
        {"Sec-Fetch-Site": "none"},
        OWN | {"Origin": "null"},  # what Referrer-Policy: no-referrer makes of an honest post
        {"Origin": "https://policy.example"},
        {"Origin": "HTTPS://Policy.Example:443"},
        {"Origin": "http://testserver"},
        {"Referer": "https://policy.example/articles/one/"},
        {"Referer": "http://testserver/articles/one/"},
    ],
)
def test_the_sites_own_pages_pass(article: Article, headers: dict[str, str]) -> None:
    assert post(article, headers=headers) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": ""},
        {"Sec-Fetch-Site": "same-origin, cross-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://policy.example"},
        {"Origin": "null"},
        {"Origin": "null", "Referer": "https://policy.example/"},
        {"Origin": "https://evil.example", "Referer": "https://policy.example/"},
        {"Origin": "http://policy.example"},
        {"Origin": "https://policy.example:8443"},
        {"Origin": "https://policy.example.evil.example"},
        {"Origin": "https://evil.example/https://policy.example"},
        {"Origin": "https://[policy.example"},
        {"Origin": "https://policy.example:port"},
        {"Origin": ""},
        {"Referer": "https://evil.example/?https://policy.example/"},
        {"Referer": "ftp://policy.example/"},
        {"Referer": "//policy.example/"},
    ],
)
def test_everything_else_is_refused_and_not_counted(article: Article, headers: dict[str, str]) -> None:
    assert post(article, headers=headers) == 403
    assert not HelpfulVote.objects.exists()


def test_the_port_of_the_request_counts(article: Article) -> None:
    client = {"HTTP_HOST": "127.0.0.1:8000"}

    assert post(article, headers={"Origin": "http://127.0.0.1:8000"}, **client) == 303
    assert post(article, headers={"Origin": "http://127.0.0.1:9000"}, **client) == 403
    assert post(article, headers={"Origin": "http://127.0.0.1"}, **client) == 403


def test_an_origin_that_the_operator_trusts_passes(article: Article, settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://mirror.example"]

    assert post(article, headers={"Origin": "https://mirror.example"}) == 303


def test_the_refusal_is_a_page_for_people_and_a_problem_for_scripts(article: Article) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    page = Client().post(f"/vote/{article.pk}/", {"vote": "yes"}, headers=foreign)
    problem = Client().post(
        f"/vote/{article.pk}/", {"vote": "yes"}, headers=foreign | {"Accept": "application/json"}
    )

    assert "not counted" in page.content.decode()
    assert problem.json()["status"] == problem.status_code == 403


def test_django_s_own_token_is_neither_needed_nor_sent(article: Article) -> None:
    response = Client(enforce_csrf_checks=True).get(f"/vote/{article.pk}/thanks/")

    assert "csrf" not in response.content.decode().lower()
    assert not response.cookies
