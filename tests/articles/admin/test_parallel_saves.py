"""Saves at the very same moment, in threads: one passes. FAULTS D01, D02."""

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from articles.choices import ArticleStatus
from articles.models import Article
from tests.articles.admin.desk import Form, add_article, change_article, soup
from tests.articles.admin.test_workflow import post_action
from tests.articles.votes.crowd import at_once
from tests.factories import make_article, make_digest, make_editor

pytestmark = pytest.mark.usefixtures("shared_database")


def desk_of(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.filter(username=name).first() or make_editor(name))
    return client


def outcome(response: HttpResponse) -> str:
    if response.status_code == 302:
        return "saved"
    assert response.status_code == 200
    return "stopped" if soup(response).select_one(".conflict") else "refused"


def test_of_eight_saves_at_once_one_passes_and_seven_are_stopped() -> None:
    article = make_digest("Freedonia", "Ruritania")
    change_article(desk_of("ed"), article.pk).fill(title="Numbered").save()
    forms = [change_article(desk_of(f"ed {n}"), article.pk) for n in range(8)]

    def save(form: Form, number: int) -> str:
        return outcome(form.fill("items-0", issuer=f"Issuer {number}").send())

    jobs = [lambda form=form, n=n: save(form, n) for n, form in enumerate(forms)]

    assert sorted(at_once(jobs, threads=8)) == ["saved"] + ["stopped"] * 7
    assert article.items.first().issuer.startswith("Issuer ")


def test_a_bulk_action_and_a_save_at_once_lose_nothing() -> None:
    article = make_article("Old title", status=ArticleStatus.DRAFT, published_at=None)
    form = change_article(desk_of("ed"), article.pk).fill(title="Mine")
    other = desk_of("other")

    saved, _ = at_once(
        [
            lambda: outcome(form.send()),
            lambda: str(post_action(other, "publish_selected", article).status_code),
        ],
        threads=2,
    )

    article.refresh_from_db()
    assert article.is_public
    assert article.title == ("Mine" if saved == "saved" else "Old title")


def test_one_form_sent_eight_times_at_once_makes_one_article() -> None:
    clients = [desk_of("ed") for _ in range(8)]
    form = add_article(clients[0]).fill(title="Once", body="<p>Text.</p>")

    def send(client: Client) -> HttpResponse:
        return client.post(form.url, {**form.data, "_continue": "1"})

    responses = at_once([lambda client=client: send(client) for client in clients], threads=8)

    made = Article.objects.get(title="Once")
    assert {response.status_code for response in responses} == {302}
    assert {response["Location"] for response in responses} == {
        form.url.replace("add/", f"{made.pk}/change/")
    }
