import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

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


class TestRights:
    @pytest.fixture
    def clerk(self) -> User:
        return User.objects.create_user("clerk")

    def grant(self, *names: str) -> list[Permission]:
        return list(Permission.objects.filter(codename__in=names))

    def test_an_account_has_its_own_rights_and_those_of_its_groups(self, clerk: User) -> None:
        group = Group.objects.create(name="Writers")
        group.permissions.set(self.grant("add_article", "view_article"))
        clerk.groups.add(group)
        clerk.user_permissions.set(self.grant("view_article", "view_policyitem"))
        rights = {"articles.add_article", "articles.view_article", "articles.view_policyitem"}
        assert User.objects.get().get_all_permissions() == rights
        assert User.objects.get().has_perm("articles.add_article")
        assert not User.objects.get().has_perm("articles.delete_article")

    def test_a_disabled_account_has_none(self, clerk: User) -> None:
        clerk.user_permissions.set(self.grant("view_article"))
        clerk.is_active = False
        assert clerk.get_all_permissions() == set()

    def test_one_question_tells_all_of_them(
        self, clerk: User, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(1):
            clerk.has_perm("articles.add_article")
            clerk.has_module_perms("articles")
