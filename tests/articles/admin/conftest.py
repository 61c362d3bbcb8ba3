"""Who sits at the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.demo.accounts import EDITORS, WRITERS, make_groups
from tests.factories import make_editor


def _client(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def member(name: str, group: str) -> Client:
    """Make an account in a group; return a client that is signed in with it."""
    make_groups()
    user = User.objects.create_user(name, password="pass", is_staff=True)
    user.groups.set([user.groups.model.objects.get(name=group)])
    return _client(user)


@pytest.fixture
def chief(db: None) -> Client:
    """A superuser."""
    return _client(make_editor("chief"))


@pytest.fixture
def editor(db: None) -> Client:
    """A member of the group that publishes."""
    return member("editor", EDITORS)


@pytest.fixture
def writer(db: None) -> Client:
    """A member of the group that writes and sends in."""
    return member("writer", WRITERS)
