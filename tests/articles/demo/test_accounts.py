"""Who may sign in to the demo, and what they may do there."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from pytest_django import Settings

from articles.demo.accounts import DEMO_ACCOUNTS, make_accounts, make_groups
from policytracker.accounts import DEMO_GROUP

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(settings: Settings) -> None:
    settings.DEMO = True
    settings.DEMO_PASSWORDS = {"editor": "ink-and-paper-1", "writer": "pen-and-pencil-2"}


def make_demo_accounts() -> dict[str, User]:
    make_groups()
    make_accounts()
    return {user.username: user for user in User.objects.filter(groups__name=DEMO_ACCOUNTS)}


def test_the_accounts_have_the_passwords_of_the_settings_and_may_enter_the_admin() -> None:
    accounts = make_demo_accounts()
    assert accounts["editor"].check_password("ink-and-paper-1")
    assert accounts["writer"].check_password("pen-and-pencil-2")
    assert all(user.is_staff and not user.is_superuser for user in accounts.values())


def test_editors_publish_and_writers_do_not() -> None:
    accounts = make_demo_accounts()
    assert accounts["editor"].has_perms(
        [
            "articles.publish_article",
            "articles.delete_article",
            "regions.change_region",
            "articles.add_series",
        ]
    )
    assert accounts["writer"].has_perms(
        ["articles.add_article", "articles.change_article", "articles.add_policyitem", "articles.add_topic"]
    )
    rights = accounts["writer"].get_all_permissions()
    assert not rights & {
        *("articles.publish_article", "articles.delete_article", "articles.change_votetally"),
        *("regions.change_region", "articles.add_series", "auth.change_user"),
    }


def test_nobody_may_write_votes_or_see_the_keys_of_their_voters() -> None:
    for user in make_demo_accounts().values():
        assert not user.get_all_permissions() & {
            *("articles.add_helpfulvote", "articles.change_helpfulvote", "articles.delete_helpfulvote"),
            *("articles.view_votekey", "articles.view_voterate"),
        }


def test_there_are_no_accounts_unless_the_site_is_a_demo(settings: Settings) -> None:
    settings.DEMO = False
    assert make_demo_accounts() == {}
    assert Group.objects.filter(name__in=["Editors", "Writers"]).count() == 2


def test_a_new_password_in_the_settings_takes_the_place_of_the_old(settings: Settings) -> None:
    make_demo_accounts()
    settings.DEMO_PASSWORDS = {"editor": "another-ink-3", "writer": "pen-and-pencil-2"}
    remarks = {account.name: account.remark for account in make_accounts()}
    assert remarks == {"editor": "ready, with the password of DEMO_EDITOR_PASSWORD", "writer": ""}
    assert User.objects.get(username="editor").check_password("another-ink-3")


def test_without_a_password_an_account_can_not_sign_in(settings: Settings) -> None:
    settings.DEMO_PASSWORDS = {"editor": "", "writer": ""}
    assert not make_demo_accounts()["editor"].has_usable_password()


def test_an_account_of_somebody_else_is_left_alone() -> None:
    User.objects.create_user("editor", password="her-own")
    assert make_demo_accounts().keys() == {"writer"}
    somebody = User.objects.get(username="editor")
    assert somebody.check_password("her-own")
    assert not somebody.is_staff


def test_rights_that_were_changed_by_hand_are_kept() -> None:
    make_demo_accounts()
    Group.objects.get(name="Writers").permissions.clear()
    make_groups()
    assert not Group.objects.get(name="Writers").permissions.exists()


def rights_of(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


@pytest.mark.parametrize("group", ["Editors", "Writers"])
def test_a_model_that_an_update_brings_is_granted_to_groups_that_are_there(group: str) -> None:
    make_groups()
    before = rights_of(group)
    of_notices = Permission.objects.filter(content_type__model="notice")
    Group.objects.get(name=group).permissions.remove(*of_notices)
    make_groups()
    assert "add_notice" in before
    assert rights_of(group) == before


def test_a_right_that_was_taken_away_by_hand_is_not_given_back() -> None:
    make_groups()
    editors = Group.objects.get(name="Editors")
    editors.permissions.remove(Permission.objects.get(codename="delete_article"))
    make_groups()
    assert "delete_article" not in rights_of("Editors")
    assert "change_article" in rights_of("Editors")


def test_the_group_is_the_one_that_the_sign_in_looks_at() -> None:
    assert DEMO_ACCOUNTS == DEMO_GROUP
