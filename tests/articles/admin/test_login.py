"""The door of the desk. FAULTS U01, U02, U03, U09."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.factories import make_editor

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"


def try_login(client: Client, name: str, password: str, **headers: str) -> HttpResponse:
    return client.post(LOGIN, {"username": name, "password": password}, headers=headers)


def gets_in(client: Client, name: str = "chief", password: str = "pass", **headers: str) -> bool:
    return try_login(client, name, password, **headers).status_code == 302


def test_the_session_key_changes_at_login(client: Client) -> None:
    make_editor("chief")
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    assert gets_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != planted.session_key


def test_guessing_is_stopped_whatever_address_the_guesser_claims() -> None:
    make_editor("chief")
    for number in range(settings.AXES_FAILURE_LIMIT):
        try_login(Client(), "chief", f"guess {number}", X_Forwarded_For=f"203.0.113.{number}")
    assert not gets_in(Client(), X_Forwarded_For="198.51.100.7")
    assert try_login(Client(), "chief", "pass").status_code == 429


def test_others_at_the_same_address_still_get_in() -> None:
    make_editor("chief")
    make_editor("other")
    for number in range(settings.AXES_FAILURE_LIMIT + 1):
        try_login(Client(), "chief", f"guess {number}")
    assert gets_in(Client(), "other")


def test_unknown_names_and_wrong_passwords_get_the_same_answer() -> None:
    make_editor("chief")
    answers = [try_login(Client(), name, "wrong") for name in ("chief", "nobody")]
    texts = {answer.content.replace(b"nobody", b"chief").split(b"<form")[0] for answer in answers}
    assert [answer.status_code for answer in answers] == [200, 200]
    assert len(texts) == 1


def test_a_disabled_account_is_out_at_its_next_request(editor: Client) -> None:
    index = reverse("admin:index")
    assert editor.get(index).status_code == 200
    User.objects.update(is_active=False)
    assert editor.get(index).status_code == 302


@pytest.mark.parametrize("name", ["index", "articles_article_changelist", "articles_article_add", "jsi18n"])
def test_strangers_see_nothing_but_the_door(client: Client, name: str) -> None:
    assert client.get(reverse(f"admin:{name}"))["Location"].startswith(LOGIN)
