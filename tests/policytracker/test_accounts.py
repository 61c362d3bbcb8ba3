import pytest
from django.contrib.auth.models import Group, User
from django.test import Client, override_settings

from policytracker.accounts import DEMO_GROUP
from tests.factories import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo_account() -> User:
    account = make_editor("demo-editor")
    account.groups.add(Group.objects.create(name=DEMO_GROUP))
    return account


@override_settings(DEMO=True)
def test_a_demo_account_may_sign_in_to_a_demo(client: Client, demo_account: User) -> None:
    client.post("/admin/login/", {"username": demo_account.username, "password": "pass"})
    assert client.get("/admin/").status_code == 200


@override_settings(DEMO=False)
def test_a_demo_account_is_refused_elsewhere(client: Client, demo_account: User) -> None:
    response = client.post("/admin/login/", {"username": demo_account.username, "password": "pass"})
    assert "Please enter the correct username" in response.content.decode()


def test_a_session_of_the_demo_ends_with_the_demo(client: Client, demo_account: User) -> None:
    with override_settings(DEMO=True):
        client.post("/admin/login/", {"username": demo_account.username, "password": "pass"})
        assert client.get("/admin/").status_code == 200
    with override_settings(DEMO=False):
        assert client.get("/admin/").status_code == 302


@override_settings(DEMO=False)
def test_other_accounts_may_always_sign_in(client: Client) -> None:
    client.post("/admin/login/", {"username": make_editor().username, "password": "pass"})
    assert client.get("/admin/").status_code == 200
