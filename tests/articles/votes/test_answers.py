"""What a vote is answered, to a form and to a script."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client

from articles.models import Article, HelpfulVote
from tests.articles.votes.browser import OWN_ORIGIN, Browser
from tests.factories import make_tally


def test_a_script_is_answered_201_with_the_figures(article: Article) -> None:
    make_tally(article, base_yes=93, base_no=39)
    response = Browser().vote(article, "yes")

    assert response.status_code == 201
    assert response.json() == {"helpful": 94, "total": 133, "your_vote": "yes"}


def test_the_same_a_changed_and_a_withdrawn_vote_are_answered_200(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "yes")

    answers = [browser.vote(article, answer) for answer in ("yes", "no", "withdraw", "withdraw")]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200]
    assert [answer.json() for answer in answers] == [
        {"helpful": 1, "total": 1, "your_vote": "yes"},
        {"helpful": 0, "total": 1, "your_vote": "no"},
        {"helpful": 0, "total": 0, "your_vote": None},
        {"helpful": 0, "total": 0, "your_vote": None},
    ]


def test_a_form_is_sent_to_the_page_of_thanks(article: Article) -> None:
    response = Browser().vote(article, "yes", as_form=True)

    assert (response.status_code, response["Location"]) == (303, f"/vote/{article.pk}/thanks/")


def test_a_client_that_takes_anything_is_treated_as_a_form(article: Article) -> None:
    response = Client().post(f"/vote/{article.pk}/", {"vote": "no"}, headers=OWN_ORIGIN | {"Accept": "*/*"})

    assert response.status_code == 303


def test_get_tells_each_visitor_their_own_vote(article: Article) -> None:
    voter, reader = Browser(), Browser()
    voter.vote(article, "no")

    assert voter.standing(article) == {"helpful": 0, "total": 1, "your_vote": "no"}
    assert reader.standing(article) == {"helpful": 0, "total": 1, "your_vote": None}


def test_what_a_visitor_is_told_is_kept_by_no_cache(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "yes")

    for address in (f"/vote/{article.pk}/", "/vote/4000000000/"):
        kept = browser.client.get(address)["Cache-Control"].split(", ")
        assert {"private", "no-store"} <= set(kept)
        assert "public" not in kept


@pytest.mark.parametrize("answer", ["", "maybe", "YES", "yes\x00", "是", "1"])
def test_an_unknown_answer_is_refused_and_nothing_is_written(article: Article, answer: str) -> None:
    response = Browser().vote(article, answer)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 400
    assert not HelpfulVote.objects.exists()


def test_a_post_without_an_answer_is_refused(article: Article) -> None:
    response = Client().post(f"/vote/{article.pk}/", headers=OWN_ORIGIN)

    assert response.status_code == 400


def test_a_form_is_refused_by_a_page_with_the_way_back(article: Article) -> None:
    response = Browser().vote(article, "maybe", as_form=True)
    page = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == 400
    assert "Nothing was counted" in page.main.text
    assert page.find("a", href=f"{article.get_absolute_url()}#helpful")
    assert page.find("meta", {"name": "robots", "content": "noindex"})


@pytest.mark.parametrize(
    ("answer", "reason", "status"),
    [
        ("yes", "complete", 201),
        ("no", "incomplete", 201),
        ("no", "other", 201),
        ("yes", "incomplete", 400),
        ("no", "solved_it", 400),
        ("no", "boredom", 400),
    ],
)
def test_a_reason_must_fit_the_answer(article: Article, answer: str, reason: str, status: int) -> None:
    assert Browser().vote(article, answer, reason=reason).status_code == status
    assert HelpfulVote.objects.filter(reason=reason).count() == (status == 201)


def test_a_repeated_answer_without_a_reason_leaves_the_reason_alone(article: Article) -> None:
    browser = Browser()
    browser.vote(article, "no", reason="incomplete", comment="What of Jilin?")
    browser.vote(article, "no")
    assert HelpfulVote.objects.filter(reason="incomplete", comment="What of Jilin?").exists()

    browser.vote(article, "no", reason="", comment="")
    assert HelpfulVote.objects.filter(reason="", comment="").exists()


def test_a_comment_is_cleaned_and_limited(article: Article) -> None:
    browser = Browser()

    assert browser.vote(article, "no", comment="\x00Where is\r\n\x1bJilin? ").status_code == 201
    assert HelpfulVote.objects.get().comment == "Where is\nJilin?"
    assert browser.vote(article, "no", comment="x" * 2001).status_code == 400
    assert browser.vote(article, "no", comment="江" * 2000).status_code == 200


def test_a_body_larger_than_any_vote_is_refused_unread(article: Article) -> None:
    response = Browser().vote(article, "no", comment="x" * 70_000)

    assert response.status_code == 413
    assert not HelpfulVote.objects.exists()


@pytest.mark.parametrize("body", [b"\xff\xfe=\x00", b"vote", b"{}", b"vote=yes%00", b"%=%&&=="])
def test_bytes_that_are_no_form_are_refused(article: Article, body: bytes) -> None:
    response = Client().generic(
        "POST",
        f"/vote/{article.pk}/",
        body,
        content_type="application/x-www-form-urlencoded",
        headers=OWN_ORIGIN,
    )

    assert response.status_code == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods_are_not_allowed(article: Article, method: str) -> None:
    assert Client().generic(method, f"/vote/{article.pk}/").status_code == 405


def test_a_cache_that_is_down_costs_no_vote(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> bool:
        raise ConnectionError("no cache")

    monkeypatch.setattr(cache, "add", refuse)
    monkeypatch.setattr(cache, "delete", refuse)

    assert Browser().vote(article, "yes").status_code == 201
    assert Browser().vote(Article(pk=4_000_000_000), "yes").status_code == 404


def test_the_tally_is_public_brief_and_revalidated(article: Article) -> None:
    make_tally(article, base_yes=93, base_no=39)
    address = f"/vote/{article.pk}/tally"
    response = Client().get(address)
    known = {"If-None-Match": response["ETag"]}

    assert json.loads(response.content) == {"helpful": 93, "total": 132}
    assert response["Cache-Control"] == "public, max-age=5, stale-while-revalidate=60"
    assert Client().get(address, headers=known).status_code == 304
    Browser().vote(article, "no")
    assert Client().get(address, headers=known).status_code == 200


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name="),
        ("multipart/form-data; boundary=\u00e9", b"--x\r\n\r\n--x--"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"vote=yes"),
    ],
    ids=["no boundary", "torn", "odd boundary", "charset"],
)
def test_a_body_that_can_not_be_read_is_refused_in_the_form_that_was_asked_for(
    article: Article, accept: str, kind: str, body: bytes
) -> None:
    headers = OWN_ORIGIN | {"Accept": accept}
    response = Client().post(f"/vote/{article.pk}/", body, content_type=kind, headers=headers)

    assert response.status_code == 400
    assert "Nothing was counted" in response.content.decode()
    as_json = accept == "application/json"
    assert response["Content-Type"].startswith("application/problem+json" if as_json else "text/html")
    assert not HelpfulVote.objects.exists()
