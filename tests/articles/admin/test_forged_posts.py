"""Forged forms and actions, by each role on each kind of row, do what the role allows. FAULTS A05, A06."""

from itertools import product
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, PolicyItem, Series, Topic
from regions.models import Region
from tests.articles.admin.desk import Form, change_article
from tests.factories import make_article, make_digest, make_region, make_topic

pytestmark = pytest.mark.django_db

# What each role may do to a draft and what belongs to it; everything else is tried and must fail.
ALLOWED: dict[str, dict[type[Model], set[str]]] = {
    "stranger": {},
    "guest": {},
    "writer": {
        Article: {"add", "change"},
        PolicyItem: {"change", "delete", "delete_selected", "edit_selected"},
        Topic: {"add"},
    },
    "editor": {
        Article: {"add", "change", "delete", "delete_selected", "publish_selected", "archive_selected"},
        PolicyItem: {"change", "delete", "delete_selected", "edit_selected"},
        Topic: {"add", "change", "delete", "delete_selected"},
        Series: {"add", "change", "delete", "delete_selected"},
        Region: {"add", "change", "delete", "delete_selected"},
    },
}
DEEDS = ("add", "change", "delete")


def rows() -> dict[type[Model], Model]:
    """One row of each kind that the desk knows."""
    draft = make_digest("Freedonia", status=ArticleStatus.DRAFT, published_at=None)
    now = timezone.now()
    return {
        Article: draft,
        PolicyItem: draft.items.get(),
        Topic: make_topic(),
        Series: Series.objects.create(name="Weekly", slug="weekly"),
        Region: make_region("Nowhere"),
        HelpfulVote: HelpfulVote.objects.create(
            article=make_article(), voter=b"v" * 16, helpful=True, created_at=now, changed_at=now
        ),
        User: User.objects.create_user("somebody", password="pass"),
        Group: Group.objects.create(name="Some group"),
    }


def actions(model: type[Model]) -> list[str]:
    own = admin.site._registry[model].actions or ()
    return ["delete_selected", *(action if isinstance(action, str) else action.__name__ for action in own)]


@pytest.fixture
def stranger(client: Client) -> Client:
    return client


@pytest.fixture
def guest(db: None) -> Client:
    """Staff without any right."""
    client = Client()
    client.force_login(User.objects.create_user("guest", is_staff=True))
    return client


def state() -> list[Any]:
    """All that the desk can change."""
    return [list(model._default_manager.order_by("pk").values()) for model in admin.site._registry]


def forge(client: Client, model: type[Model], row: Model, deed: str) -> int:
    """Send what would do the deed, with whatever fields the model has."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    fields = {field.name: "forged" for field in model._meta.concrete_fields} | {
        "name": "forged",
        "post": "yes",
    }
    if deed in DEEDS:
        url = reverse(f"{name}_{deed}", args=[] if deed == "add" else [row.pk])
        return client.post(url, fields).status_code
    data = {"action": deed, "_selected_action": [row.pk], "post": "yes", "apply": "1", "set-action": "veto"}
    return client.post(reverse(f"{name}_changelist"), data).status_code


def test_every_kind_of_row_is_tried() -> None:
    ours = ("articles", "regions", "auth")
    assert set(rows()) == {model for model in admin.site._registry if model._meta.app_label in ours}


@pytest.mark.parametrize("role", ALLOWED)
def test_what_a_role_may_not_do_changes_nothing(role: str, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(role)
    known = rows()
    before, done = state(), []
    for model, row in known.items():
        for deed in (*DEEDS, *actions(model)):
            if deed in ALLOWED[role].get(model, set()):
                continue
            try:
                status = forge(client, model, row, deed)
            except NoReverseMatch:
                continue
            # A list answers 200 to an action that it doesn't know: it shows its rows.
            if (status == 200 and deed in DEEDS) or state() != before:
                done.append((model.__name__, deed, status))
    assert done == []


@pytest.mark.parametrize(
    ("role", "deed"), [*product(["writer"], (*DEEDS[1:], "delete_selected")), ("editor", "delete")]
)
def test_a_right_to_a_draft_is_none_to_what_readers_see(
    role: str, deed: str, request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(role)
    article = make_digest("Freedonia")
    before = state()
    forge(client, Article, article, deed)
    if role == "writer":
        forge(client, PolicyItem, article.items.get(), deed)
    assert state() == before


def test_one_foreign_row_among_own_ones_is_left_alone(writer: Client) -> None:
    own, foreign = make_digest("Freedonia", status=ArticleStatus.DRAFT), make_digest("Ruritania")
    keys = [own.items.get().pk, foreign.items.get().pk]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    writer.post(reverse("admin:articles_policyitem_changelist"), data)
    assert PolicyItem.objects.filter(article=foreign).exists()


class TestFieldsBesideTheForm:
    """Every column of a row is sent beside a good form; only those that the form shows may change."""

    def changed(self, form: Form, row: Any, **forged: Any) -> set[str]:
        before = type(row).objects.filter(pk=row.pk).values().get()
        form.fill(**{name: value for name, value in forged.items() if name not in form.data})
        assert form.send().status_code == 302
        after = type(row).objects.filter(pk=row.pk).values().get()
        return {name for name in before if before[name] != after[name]}

    @pytest.mark.parametrize("role", ["writer", "editor"])
    def test_of_an_article(self, role: str, request: pytest.FixtureRequest) -> None:
        client: Client = request.getfixturevalue(role)
        article, user = make_article(status=ArticleStatus.DRAFT, published_at=None), User.objects.first()
        form = change_article(client, article.pk).fill(title="New")
        forged = {
            "id": 999,
            "version": 7,
            "import_key": "forged",
            "created_at": "2020-01-01",
            "saved_by": user.pk,
            "submission_key": "forged",
            "modified_at": "2020-01-01",
            "saved_at": "2020-01-01",
        }
        expected = {"title", "modified_at", "save_token", "saved_at", "saved_by_id"}
        assert self.changed(form, article, **forged) == expected
        article.refresh_from_db()
        assert article.saved_by.get_username() == role
        assert article.saved_at.year > 2020

    @pytest.mark.parametrize("role", ["writer", "editor"])
    def test_of_an_item(self, role: str, request: pytest.FixtureRequest) -> None:
        client: Client = request.getfixturevalue(role)
        item = make_digest("Freedonia", status=ArticleStatus.DRAFT).items.get()
        other = make_digest("Ruritania")
        url = reverse("admin:articles_policyitem_change", args=[item.pk])
        form = Form(client, url).fill(issuer="New", position=0)
        forged = {"article": other.pk, "article_id": other.pk, "import_key": "forged", "first_step": other.pk}
        assert self.changed(form, item, **forged) <= {"issuer", "modified_at"}

    def test_of_a_topic(self, editor: Client) -> None:
        topic = make_topic("Chains")
        form = Form(editor, reverse("admin:articles_topic_change", args=[topic.pk])).fill(name="New")
        assert self.changed(form, topic, slug="forged", id=999) == {"name"}
