"""What may be deleted, and what the question before it tells."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, HelpfulVote, PolicyItem, Topic
from tests.articles.admin.desk import LIST, change_article, soup
from tests.factories import make_article, make_digest, make_item, make_topic

pytestmark = pytest.mark.django_db


def delete_page(article: Article) -> str:
    return reverse("admin:articles_article_delete", args=[article.pk])


def make_votes(article: Article, count: int) -> None:
    now = timezone.now()
    HelpfulVote.objects.bulk_create(
        HelpfulVote(article=article, voter=bytes([number]) * 16, helpful=True, created_at=now, changed_at=now)
        for number in range(count)
    )


@pytest.mark.parametrize("status", [ArticleStatus.PUBLISHED, ArticleStatus.SCHEDULED, ArticleStatus.ARCHIVED])
def test_what_readers_see_or_saw_is_not_deleted(editor: Client, status: str) -> None:
    article = make_article(status=status)
    assert editor.post(delete_page(article), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    assert editor.post(reverse(LIST), data).status_code == 403
    assert Article.objects.exists()


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW])
def test_what_they_never_saw_is(editor: Client, status: str) -> None:
    article = make_digest("Freedonia", status=status)
    assert editor.post(delete_page(article), {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
    assert not PolicyItem.objects.exists()


def test_the_question_counts_what_goes_along(editor: Client) -> None:
    article = make_digest("Freedonia", "Ruritania", status=ArticleStatus.DRAFT, title="Old")
    make_votes(article, 3)
    page = soup(editor.get(delete_page(article))).select_one("#content")
    summary = [li.get_text(" ", strip=True) for li in page.select("ul")[0].select("li")]
    assert "Policy items: 2" in summary
    assert "Helpful votes: 3" in summary
    assert [li.get_text(strip=True) for li in page.select("#deleted-objects li")] == ["Old"]


def summary(client: Client, url: str) -> list[str]:
    page = soup(client.get(url)).select_one("#content")
    return [li.get_text(" ", strip=True) for li in page.select("ul")[0].select("li")]


def test_it_tells_what_is_missed_elsewhere(editor: Client) -> None:
    article = make_digest("Freedonia", status=ArticleStatus.DRAFT)
    first = article.items.get()
    make_item(article, heading="Second", continues=first)
    make_item(make_article(), heading="Elsewhere", continues=first)
    for _ in range(2):
        make_article().related_posts.create(post=article)
    found = summary(editor, delete_page(article))
    assert "Picks of this in other articles: 2" in found
    assert "Later steps elsewhere whose timeline begins anew: 1" in found
    item = summary(editor, reverse("admin:articles_policyitem_delete", args=[first.pk]))
    assert "Later steps elsewhere whose timeline begins anew: 2" in item


def test_it_tells_nothing_of_what_nobody_misses(editor: Client) -> None:
    article = make_digest("Freedonia", status=ArticleStatus.DRAFT)
    article.related_posts.create(post=make_article())
    assert not [
        line for line in summary(editor, delete_page(article)) if "elsewhere" in line or "other" in line
    ]


def test_a_question_alone_deletes_nothing(editor: Client) -> None:
    article = make_digest("Freedonia", status=ArticleStatus.DRAFT)
    assert editor.get(delete_page(article)).status_code == 200
    assert Article.objects.exists()


def test_one_among_several_that_may_stay_keeps_all(editor: Client) -> None:
    articles = [make_article(), make_article(status=ArticleStatus.DRAFT)]
    pks = [article.pk for article in articles]
    data = {"action": "delete_selected", "_selected_action": pks, "post": "yes"}
    assert editor.post(reverse(LIST), data).status_code == 403
    assert Article.objects.count() == 2


def test_deleting_an_item_lets_its_next_step_begin_anew(editor: Client) -> None:
    article = make_digest("Freedonia")
    first = article.items.get()
    second = make_item(article, heading="Second", continues=first)
    third = make_item(article, heading="Third", continues=second)
    change_article(editor, article.pk).fill("items-0", DELETE="on").save()
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.continues, second.first_step) == (None, None)
    assert third.first_step == second


@pytest.mark.parametrize(
    ("status", "answer"), [("published", 410), ("archived", 410), ("draft", 404), ("approved", 404)]
)
def test_a_deleted_item_that_readers_knew_is_gone_not_unknown(
    editor: Client, client: Client, status: str, answer: int
) -> None:
    item = make_digest("Freedonia", status=status).items.get()
    editor.post(reverse("admin:articles_policyitem_delete", args=[item.pk]), {"post": "yes"})
    assert not PolicyItem.objects.exists()
    assert client.get(item.get_absolute_url()).status_code == answer


def test_a_topic_is_deleted_without_what_carried_it(editor: Client) -> None:
    topic = make_topic("Chains")
    make_digest("Freedonia", tags=["Chains"])
    url = reverse("admin:articles_topic_delete", args=[topic.pk])
    assert "Article topics: 1" in soup(editor.get(url)).get_text(" ")
    editor.post(url, {"post": "yes"})
    assert not Topic.objects.exists()
    assert Article.objects.count() == 1


def test_a_series_with_editions_stays(editor: Client) -> None:
    from_desk = reverse("admin:articles_series_add")
    editor.post(from_desk, {"name": "Weekly", "slug": "", "description": ""})
    article = make_article()
    series = article._meta.get_field("series").related_model.objects.get()
    Article.objects.update(series=series)
    url = reverse("admin:articles_series_delete", args=[series.pk])
    editor.post(url, {"post": "yes"})
    assert type(series).objects.exists()
