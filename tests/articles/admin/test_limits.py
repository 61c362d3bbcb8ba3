"""Long, foreign and broken text is stored as it is or an error, never an error page. FAULTS T02, T03, D07."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article, Series, Topic
from tests.articles.admin.desk import add_article, change_article, errors
from tests.factories import make_article, make_digest

pytestmark = pytest.mark.django_db

TEXTS = {
    "one": "x",
    "255": "x" * 255,
    "256": "x" * 256,
    "10k": "x" * 10_000,
    "arabic": "سياسة " * 40,
    "chinese": "区块链政策",
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "bidi": "\u202eabc\u2066def",
    "combining": "é" * 100,
    "controls": "a\x01b\x1fc\x7fd\x85e",
    "nul": "a\x00b",
    "noncharacters": "a\ufffeb\uffffc",
    "lines": "a\r\nb\u2028c\td",
}
ARTICLE_FIELDS = (
    *(
        "title",
        "standfirst",
        "introduction",
        "conclusion",
        "body",
        "byline",
        "slug",
        "language",
        "source_url",
    ),
    *("topics", "edition_date", "published_at_0", "published_at_1", "series", "correction_note"),
)
ITEM_FIELDS = (
    *(
        "section",
        "heading",
        "body",
        "topics",
        "position",
        "skip_before",
        "filed_under",
        "instrument",
        "action",
    ),
    *("issuer", "branch", "announced_on", "announced_precision", "in_force_on", "amount", "currency"),
    *("source_url", "source_title", "source_language", "archived_url", "affected", "continues"),
)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_in_any_field_is_saved_or_an_error_beside_it(editor: Client, text: str) -> None:
    form = add_article(editor).fill(title="Fine")
    prefixes = {"": ARTICLE_FIELDS, form.add("items", heading="Fine"): ITEM_FIELDS}
    prefixes[form.add("notices", text="Fine")] = ("kind", "text", "position")
    prefixes[form.add("related_posts", url="https://example.org/", title="Fine")] = (
        "post",
        "url",
        "title",
        "excerpt",
    )
    fine = dict(form.data)
    for prefix, names in prefixes.items():
        form.fill(prefix, **dict.fromkeys(names, text))
    refused = _refused(form.send())
    assert refused, "no field of such a form takes any text"
    for name in refused:
        form.data[name] = fine.get(name, [])
    response = form.send()
    assert response.status_code == 302, _refused(response)


def _refused(response: HttpResponse) -> set[str]:
    """The names of the fields beside which there are errors."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += inline.formset.forms
    names = {form.add_prefix(name) for form in forms for name in form.errors}
    return names | {f"{name}_{half}" for name in names for half in (0, 1)}


@pytest.mark.parametrize("text", ["سياسة " * 40, "区块链政策", "👩‍👩‍👧‍👦", "\u202eabc\u2066def", "é"])
def test_foreign_text_is_stored_as_it_is_and_gets_an_address(editor: Client, text: str) -> None:
    form = add_article(editor).fill(title=text, status="published")
    form.add("items", heading=text, body=f"<p>{text}</p>")
    form.save()
    article = Article.objects.get()
    assert article.title == text.strip()
    assert article.items.get().heading == text.strip()
    assert text.strip() in article.items.get().body
    assert Client().get(article.get_absolute_url()).status_code == 200


def test_control_characters_are_dropped(editor: Client) -> None:
    add_article(editor).fill(title="a\x01b\x1fc\x7fd", topics=["e\x02f"]).save()
    assert Article.objects.get().title == "abcd"
    assert Topic.objects.get().name == "ef"


def test_titles_of_the_same_slug_get_addresses_of_their_own(editor: Client) -> None:
    for _ in range(3):
        add_article(editor).fill(title="x" * 300).save()
    assert len(set(Article.objects.values_list("slug", flat=True))) == 3


def test_a_slug_in_use_is_refused(editor: Client) -> None:
    make_article(slug="taken")
    assert errors(add_article(editor).fill(title="New", slug="taken").send()) == [
        "Article with this Slug already exists."
    ]


def test_an_hour_that_clocks_skip_is_refused(editor: Client, settings: object) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    article = make_article(status="draft", published_at=None)
    form = change_article(editor, article.pk)
    form.fill(status="published", published_at_0="2026-03-29", published_at_1="02:30:00")
    assert "couldn’t be interpreted in time zone" in errors(form.send())[0]


@pytest.mark.parametrize("term", ["x" * 5_000, "سياسة", "%", "_", "\\", "'\"", "a\x00b", "\x01", "👩‍👩‍👧‍👦"])
def test_any_search_is_answered(editor: Client, term: str) -> None:
    make_digest("Freedonia", tags=["A"])
    for model in ("article", "policyitem", "topic", "series", "helpfulvote"):
        response = editor.get(reverse(f"admin:articles_{model}_changelist"), {"q": term})
        assert response.status_code == (400 if "\0" in term else 200)
    for model, field in (("policyitem", "continues"), ("policyitem", "regions"), ("article", "tags")):
        data = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
        response = editor.get(reverse("admin:autocomplete"), data)
        assert response.status_code == (400 if "\0" in term else 200)


class TestVocabularies:
    def test_a_topic_of_another_case_is_the_same(self, editor: Client) -> None:
        add_article(editor).fill(title="One", topics=["Artificial intelligence"]).save()
        add_article(editor).fill(title="Two", topics=["artificial INTELLIGENCE", "  New   one "]).save()
        assert set(Topic.objects.values_list("name", flat=True)) == {"Artificial intelligence", "New one"}
        response = editor.post(
            reverse("admin:articles_topic_add"), {"name": "ARTIFICIAL intelligence", "description": ""}
        )
        assert errors(response) == ["There is a topic of this name already."]

    @pytest.mark.parametrize("name", ["\x01\x02", "x" * 101, "a\x00b", ""])
    def test_a_topic_without_a_storable_name_is_refused(self, editor: Client, name: str) -> None:
        assert errors(editor.post(reverse("admin:articles_topic_add"), {"name": name, "description": ""}))

    def test_a_topic_is_added_and_its_slug_stays(self, editor: Client) -> None:
        editor.post(reverse("admin:articles_topic_add"), {"name": "区块链", "description": ""})
        topic = Topic.objects.get()
        url = reverse("admin:articles_topic_change", args=[topic.pk])
        editor.post(url, {"name": "Blockchain", "slug": "forged", "description": "Chains."})
        topic.refresh_from_db()
        assert (topic.name, topic.slug) == ("Blockchain", "qukuailian")

    def test_names_that_make_the_same_slug_get_two(self, editor: Client) -> None:
        for name in ("City brief", "City-brief", "City: brief"):
            response = editor.post(
                reverse("admin:articles_series_add"), {"name": name, "slug": "", "description": ""}
            )
            assert response.status_code == 302
        assert set(Series.objects.values_list("slug", flat=True)) == {
            "city-brief",
            "city-brief-2",
            "city-brief-3",
        }
