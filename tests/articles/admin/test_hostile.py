"""Hostile names, texts, ids and addresses at the desk. FAULTS S01, S02, S03, A05, A07, C13."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, ItemRelation, PolicyItem, Series, Topic
from tests.articles.admin.desk import CHANGE, Form, add_article, change_article, errors, soup
from tests.factories import make_article, make_digest, make_item, make_region

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}</textarea></select>"

pytestmark = pytest.mark.django_db

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example/">x</a>',
    '<p style="background:url(//evil.example/)" onclick="alert(1)">x</p>',
    "<iframe src=https://evil.example/></iframe>",
    '<form action="https://evil.example/"><input name=x></form>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
]


@pytest.fixture
def hostile() -> Article:
    """A digest whose every text is hostile."""
    series = Series.objects.create(name=HOSTILE, slug="series")
    region = make_region(HOSTILE, slug="region")
    article = make_article(
        HOSTILE,
        slug="hostile",
        status="draft",
        series=series,
        byline=HOSTILE,
        standfirst=HOSTILE,
        tags=[HOSTILE],
    )
    item = make_item(article, region, heading=HOSTILE, tags=[HOSTILE], issuer=HOSTILE, section=HOSTILE)
    later = make_item(article, region, continues=item, source_title=HOSTILE)
    ItemRelation.objects.create(from_item=later, to_item=item, kind="amends")
    article.notices.create(text=HOSTILE)
    article.related_posts.create(url="https://example.org/?<script>", title=HOSTILE, excerpt=HOSTILE)
    other = make_article(HOSTILE, slug="other")
    article.related_posts.create(post=other)
    article.related_blocks.create(blocked=make_article(HOSTILE, slug="another"))
    return article


def pages(rows: list[Model]) -> Iterator[str]:
    """The address of every page of the desk, those of the rows included."""
    yield from (reverse(f"admin:{name}") for name in ("index", "password_change", "password_change_done"))
    for model in admin.site._registry:
        label = f"{model._meta.app_label}_{model._meta.model_name}"
        yield reverse("admin:app_list", args=[model._meta.app_label])
        yield reverse(f"admin:{label}_changelist")
        yield f"{reverse(f'admin:{label}_changelist')}?q=script"
        yield reverse(f"admin:{label}_add")
        for row in rows:
            if isinstance(row, model):
                yield from (reverse(f"admin:{label}_{view}", args=[row.pk]) for view in ROW_VIEWS)


ROW_VIEWS = ("change", "history", "delete")


def assert_harmless(response: HttpResponse, where: str) -> None:
    page = soup(response)
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy, where
    for element in page.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on") or name == "style"], (
            where,
            element,
        )
        assert element.get("src") != "x", where
        for name in ("href", "src", "action", "formaction"):
            assert re.match(r"(https?://|/|\?|#|\.|$)", str(element.get(name, ""))), (where, element)
    for tag in page.select("script:not([src]), style"):
        assert tag.get("type") == "application/json" or f"'nonce-{tag.get('nonce')}'" in policy, (where, tag)
        assert "alert" not in tag.get_text(), where


def test_every_page_of_the_desk_escapes_it(chief: Client, hostile: Article) -> None:
    item = hostile.items.all()[1]
    form = change_article(chief, hostile.pk)
    form.save()
    rows: list[Any] = [hostile, item, item.region, hostile.series, Topic.objects.get()]
    for url in pages(rows):
        response = chief.get(url)
        assert response.status_code in (200, 403), url
        if response.status_code == 200:
            assert_harmless(response, url)


def test_messages_and_questions_escape_it(chief: Client, hostile: Article) -> None:
    response = chief.post(
        form_url(hostile), {**change_article(chief, hostile.pk).data, "_save": "1"}, follow=True
    )
    assert "was changed successfully" in response.content.decode()
    assert_harmless(response, "the message")
    for action in ("delete_selected", "publish_selected"):
        data = {"action": action, "_selected_action": [hostile.pk]}
        response = chief.post(reverse("admin:articles_article_changelist"), data, follow=True)
        assert_harmless(response, action)


def test_a_form_with_errors_escapes_it(chief: Client, hostile: Article) -> None:
    form = change_article(chief, hostile.pk).fill(
        title="", topics=[HOSTILE], slug=HOSTILE, published_at_0=HOSTILE
    )
    form.fill("items-0", filed_under=[HOSTILE], topics=[HOSTILE], body=HOSTILE, announced_on=HOSTILE)
    response = form.send()
    assert response.status_code == 200
    assert_harmless(response, "the form with errors")


def test_a_reader_of_the_desk_gets_it_escaped(writer: Client, hostile: Article) -> None:
    Article.objects.filter(pk=hostile.pk).update(status="approved", introduction=PAYLOADS[1])
    assert_harmless(writer.get(form_url(hostile)), "the page without a form")


def test_autocompletes_answer_plain_json(chief: Client, hostile: Article) -> None:
    for model, field in (("policyitem", "continues"), ("policyitem", "regions"), ("article", "tags")):
        data = {"app_label": "articles", "model_name": model, "field_name": field, "term": "script"}
        response = chief.get(reverse("admin:autocomplete"), data)
        assert response["Content-Type"] == "application/json"
        assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_rich_text_is_stored_clean(editor: Client, payload: str) -> None:
    fields = {"introduction": payload, "conclusion": payload, "body": payload}
    form = add_article(editor).fill(title="Fine", **fields)
    form.add("items", heading="Fine", body=payload)
    form.save()
    article = Article.objects.get()
    stored = " ".join([article.introduction, article.conclusion, article.body, article.items.get().body])
    for forbidden in ("script", "onerror", "onload", "onclick", "style", "evil", "iframe", "<form", "<img"):
        assert forbidden not in stored.lower()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example/",
        "\\\\evil.example/",
        "/\\evil.example/",
        "ftp://example.org/",
        "mailto:x@example.org",
        "file:///etc/passwd",
    ],
)
def test_addresses_are_of_the_web(editor: Client, address: str) -> None:
    form = add_article(editor).fill(title="Fine", source_url=address)
    form.add("items", heading="Fine", source_url=address, archived_url=address)
    form.add("related_posts", title="Fine", url=address)
    form.send()
    assert not Article.objects.exists()


class TestForgedIds:
    def test_an_item_of_another_article_is_out_of_reach(self, editor: Client) -> None:
        mine, theirs = make_digest("Freedonia"), make_digest("Ruritania")
        foreign = theirs.items.get()
        form = change_article(editor, mine.pk).fill("items-0", id=foreign.pk, heading="Taken over")
        assert form.send().status_code == 200
        form.fill("items-0", DELETE="on").send()
        foreign.refresh_from_db()
        assert (foreign.article, foreign.heading) == (theirs, "")
        assert PolicyItem.objects.count() == 2

    def test_an_item_is_not_moved_to_another_article(self, editor: Client) -> None:
        mine, theirs = make_digest("Freedonia"), make_digest("Ruritania")
        form = change_article(editor, mine.pk).fill("items-0", article=theirs.pk, heading="Moved")
        assert form.send().status_code == 200
        item = mine.items.get()
        url = reverse("admin:articles_policyitem_change", args=[item.pk])
        editor.post(url, {"article": theirs.pk, "heading": "Moved"})
        assert mine.items.get() == item

    def test_parts_of_another_article_are_out_of_reach(self, editor: Client) -> None:
        mine, theirs = make_article(), make_article()
        mine.notices.create(text="mine")
        notice = theirs.notices.create(text="theirs")
        form = change_article(editor, mine.pk).fill("notices-0", id=notice.pk, text="Taken over")
        assert form.send().status_code == 200
        notice.refresh_from_db()
        assert notice.text == "theirs"

    @pytest.mark.parametrize("total", ["-1", "x", "", "99999999999999999999", "1500"])
    def test_a_forged_number_of_rows_is_no_failure(self, editor: Client, total: str) -> None:
        form = change_article(editor, make_article().pk)
        form.data["notices-TOTAL_FORMS"] = [total]
        response = form.send()
        assert response.status_code in (200, 302)
        assert len(soup(response).select("[name^=notices][name$=text]")) <= 21

    def test_an_article_is_not_picked_twice(self, editor: Client) -> None:
        post = make_article("Picked")
        form = change_article(editor, make_article().pk)
        form.add("related_posts", post=post.pk)
        form.add("related_posts", post=post.pk)
        assert errors(form.send()) == ["“Picked” is picked twice."]

    @pytest.mark.parametrize(("inline", "field"), [("related_posts", "post"), ("related_blocks", "blocked")])
    def test_an_article_is_not_tied_to_itself(self, editor: Client, inline: str, field: str) -> None:
        article = make_article("Self")
        form = change_article(editor, article.pk)
        form.add(inline, **{field: article.pk})
        assert errors(form.send()) == ["“Self” can't be tied to itself."]

    def test_an_item_is_tied_to_another_in_one_way_once(self, editor: Client) -> None:
        first, second = make_digest("Freedonia", "Ruritania").items.all()
        url = reverse("admin:articles_policyitem_change", args=[first.pk])
        form = Form(editor, url)
        form.add("relations", kind="amends", to_item=first.pk)
        assert errors(form.send()) == ["“Freedonia” can't be tied to itself."]
        form.fill("relations-0", to_item=second.pk)
        form.add("relations", kind="amends", to_item=second.pk)
        assert errors(form.send())
        form.fill("relations-1", kind="replaces").save()
        assert ItemRelation.objects.count() == 2


def form_url(article: Article) -> str:
    return reverse(CHANGE, args=[article.pk])
