"""Nothing at the desk is done by a form that another site made. FAULTS U06."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.articles.admin.test_forged_posts import DEEDS, rows, state
from tests.factories import make_editor

pytestmark = pytest.mark.django_db

MODELS = list(admin.site._registry)


@pytest.fixture
def strict() -> Client:
    """A superuser's browser, of which the site demands a token as it does in production."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_editor("chief"))
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_post_without_a_token_is_refused_and_changes_nothing(strict: Client, model: type[Model]) -> None:
    row = rows().get(model)
    key = row.pk if row else 1
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    data = {"name": "forged", "title": "forged", "username": "forged", "post": "yes"}
    action = {"action": "delete_selected", "_selected_action": [key]}
    arguments: dict[str, list[Any]] = dict.fromkeys(DEEDS, [key]) | {"add": [], "changelist": []}
    before = state()
    answers = {
        deed: strict.post(reverse(f"{name}_{deed}", args=args), data | action).status_code
        for deed, args in arguments.items()
    }
    assert set(answers.values()) == {403}, answers
    assert state() == before


def test_nobody_is_logged_in_or_out_without_a_token(strict: Client) -> None:
    User.objects.create_user("somebody", password="pass", is_staff=True)
    stranger = Client(enforce_csrf_checks=True)
    login = stranger.post(reverse("admin:login"), {"username": "somebody", "password": "pass"})
    assert (login.status_code, stranger.session.get("_auth_user_id")) == (403, None)
    assert strict.post(reverse("admin:logout")).status_code == 403
    assert strict.get(reverse("admin:index")).status_code == 200


def test_the_forms_own_token_is_taken(strict: Client) -> None:
    url = reverse("admin:articles_topic_add")
    strict.get(url)
    token = strict.cookies["csrftoken"].value
    assert strict.post(url, {"name": "honest", "csrfmiddlewaretoken": token}).status_code != 403
