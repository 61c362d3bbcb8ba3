"""Who may take an article which step, by form, by forged form and by action. FAULTS A05, A06."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.choices import ArticleStatus
from articles.models import Article, ItemPlace, PolicyItem, VoteTally
from tests.articles.admin.desk import CHANGE, LIST, add_article, change_article, errors, soup
from tests.factories import make_article, make_digest, make_tally

pytestmark = pytest.mark.django_db

PUBLISHERS_ONLY = [
    ArticleStatus.APPROVED,
    ArticleStatus.SCHEDULED,
    ArticleStatus.PUBLISHED,
    ArticleStatus.ARCHIVED,
]


def draft(**fields: object) -> Article:
    return make_article(**{"status": ArticleStatus.DRAFT, "published_at": None} | fields)


def offered(client: Client, article: Article) -> list[str]:
    page = change_article(client, article.pk).page
    return [str(option["value"]) for option in page.select("#id_status option")]


def moment(when: object) -> dict[str, str]:
    return {"published_at_0": f"{when:%Y-%m-%d}", "published_at_1": f"{when:%H:%M:%S}"}


class TestWriters:
    def test_they_write_and_send_in(self, writer: Client) -> None:
        add_article(writer).fill(title="Mine", body="<p>Text.</p>", status="in_review").save()
        assert Article.objects.get().status == ArticleStatus.IN_REVIEW

    def test_they_are_offered_no_step_but_their_own(self, writer: Client) -> None:
        assert offered(writer, draft()) == ["draft", "in_review"]

    @pytest.mark.parametrize("status", PUBLISHERS_ONLY)
    def test_a_forged_status_is_refused(self, writer: Client, status: str) -> None:
        article = draft()
        form = change_article(writer, article.pk).fill(status=status, **moment(timezone.now()))
        assert any("valid choice" in error for error in errors(form.send()))
        article.refresh_from_db()
        assert article.status == ArticleStatus.DRAFT

    def test_a_forged_status_is_refused_for_a_new_article(self, writer: Client) -> None:
        response = add_article(writer).fill(title="Mine", status="published").send()
        assert errors(response)
        assert not Article.objects.exists()

    @pytest.mark.parametrize("status", PUBLISHERS_ONLY)
    def test_what_is_beyond_their_hands_they_may_read_but_not_change(
        self, writer: Client, status: str
    ) -> None:
        article = make_digest("Freedonia", status=status, title="Kept", tags=["A topic"])
        url = reverse(CHANGE, args=[article.pk])
        page = soup(writer.get(url))
        assert "Freedonia" in page.get_text()
        assert "A topic" in page.get_text()
        assert "What governments did." in page.get_text()
        assert "<p>What governments did.</p>" not in page.get_text()
        assert not page.select("[name=_save]")
        assert writer.post(url, {"title": "Taken over"}).status_code == 403
        assert Article.objects.get().title == "Kept"

    def test_an_item_of_it_is_closed_to_them_too(self, writer: Client) -> None:
        item = make_digest("Freedonia").items.get()
        url = reverse("admin:articles_policyitem_change", args=[item.pk])
        assert writer.get(url).status_code == 200
        assert writer.post(url, {"heading": "Taken over"}).status_code == 403
        assert writer.post(reverse("admin:articles_policyitem_delete", args=[item.pk])).status_code == 403

    def test_forged_dates_and_votes_are_ignored(self, writer: Client) -> None:
        article = draft()
        form = change_article(writer, article.pk).fill(
            **moment(timezone.now() - timedelta(days=9)),
            corrected_at_0="2020-01-01",
            corrected_at_1="00:00",
            correction_note="Forged",
            brought_helpful=9,
            brought_total=9,
            version=7,
            import_key="forged",
            created_at_0="2020-01-01",
        )
        form.save()
        after = Article.objects.get()
        assert (after.published_at, after.corrected_at, after.correction_note) == (None, None, "")
        assert (after.version, after.import_key, after.created_at) == (1, None, article.created_at)
        assert not VoteTally.objects.exclude(base_yes=0).exists()

    @pytest.mark.parametrize("action", ["publish_selected", "archive_selected", "delete_selected"])
    def test_forged_actions_do_nothing(self, writer: Client, action: str) -> None:
        articles = [draft(), make_article()]
        before = list(Article.objects.values("pk", "status"))
        post_action(writer, action, *articles)
        assert list(Article.objects.values("pk", "status")) == before

    def test_they_delete_no_article(self, writer: Client) -> None:
        article = draft()
        assert writer.post(reverse("admin:articles_article_delete", args=[article.pk])).status_code == 403


class TestPublishing:
    def test_without_a_date_it_means_now(self, editor: Client) -> None:
        article = draft()
        change_article(editor, article.pk).fill(status="published").save()
        article.refresh_from_db()
        assert article.is_public
        assert timezone.now() - article.published_at < timedelta(minutes=5)

    def test_with_an_earlier_date_it_keeps_that_date(self, editor: Client) -> None:
        article = draft()
        then = timezone.now().replace(microsecond=0) - timedelta(days=30)
        change_article(editor, article.pk).fill(status="published", **moment(then)).save()
        article.refresh_from_db()
        assert article.published_at == then

    def test_it_opens_the_items_to_readers(self, editor: Client) -> None:
        article = make_digest("Freedonia", status=ArticleStatus.DRAFT, published_at=None)
        change_article(editor, article.pk).fill(status="published").save()
        article.refresh_from_db()
        assert ItemPlace.objects.get().published_at == article.published_at
        assert PolicyItem.objects.published().count() == 1

    def test_scheduling_needs_a_time_to_come(self, editor: Client) -> None:
        article = draft()
        form = change_article(editor, article.pk).fill(status="scheduled")
        assert errors(form.send()) == ["Say when the article is to appear."]
        form.fill(**moment(timezone.now() - timedelta(days=1)))
        assert "This time has passed" in errors(form.send())[0]
        form.fill(**moment(timezone.now() + timedelta(days=1))).save()
        article.refresh_from_db()
        assert (article.status, article.is_public) == (ArticleStatus.SCHEDULED, False)

    def test_a_date_to_come_is_no_date_of_a_published_article(self, editor: Client) -> None:
        tomorrow = moment(timezone.now() + timedelta(days=1))
        response = change_article(editor, draft().pk).fill(status="published", **tomorrow).send()
        assert "This time is still to come" in errors(response)[0]
        response = change_article(editor, make_article().pk).fill(**tomorrow).send()
        assert "Readers know this article" in errors(response)[0]

    def test_a_scheduled_article_whose_time_has_come_counts_as_published(self, editor: Client) -> None:
        article = make_article(status=ArticleStatus.SCHEDULED)
        change_article(editor, article.pk).fill(title="Changed").save()
        article.refresh_from_db()
        assert (article.title, article.status) == ("Changed", ArticleStatus.PUBLISHED)

    def test_what_was_public_is_never_a_draft_again(self, editor: Client) -> None:
        assert offered(editor, make_article()) == ["published", "archived"]
        assert offered(editor, make_article(status=ArticleStatus.ARCHIVED)) == ["published", "archived"]
        response = change_article(editor, make_article().pk).fill(status="draft").send()
        assert errors(response)

    def test_an_archived_article_comes_back_under_its_first_date(self, editor: Client) -> None:
        article = make_article()
        first = article.published_at.replace(microsecond=0)
        change_article(editor, article.pk).fill(status="archived").save()
        assert not Article.objects.published().exists()
        change_article(editor, article.pk).fill(
            status="published", published_at_0="", published_at_1=""
        ).save()
        article.refresh_from_db()
        assert article.published_at.replace(microsecond=0) == first

    def test_a_wrong_date_is_an_error_beside_it(self, editor: Client) -> None:
        form = change_article(editor, draft().pk).fill(
            status="published", published_at_0="soon", published_at_1="noon"
        )
        assert set(errors(form.send())) == {"Enter a valid date.", "Enter a valid time."}


class TestActions:
    def test_selected_articles_are_published(self, editor: Client) -> None:
        articles = [draft(), draft(), make_article()]
        response = post_action(editor, "publish_selected", *articles)
        assert all(article.is_public for article in Article.objects.all())
        assert said(response) == ["Published 2 articles.", "1 left as it was."]
        assert LogEntry.objects.count() == 2

    def test_the_right_is_asked_again_for_each_article(
        self, editor: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        own, others = draft(), draft()
        monkeypatch.setattr(workflow, "may_change", lambda user, article: article.pk == own.pk)
        response = post_action(editor, "publish_selected", own, others)
        assert said(response) == ["Published 1 article.", "1 left as it was."]
        assert not Article.objects.get(pk=others.pk).is_public

    def test_selected_articles_are_archived(self, editor: Client) -> None:
        public, hidden = make_article(), draft()
        response = post_action(editor, "archive_selected", public, hidden)
        assert set(Article.objects.values_list("status", flat=True)) == {"archived", "draft"}
        assert said(response) == ["Archived 1 article.", "1 left as it was."]


class TestVotesBroughtAlong:
    def test_they_are_added_to_the_tally(self, editor: Client) -> None:
        article = make_article()
        make_tally(article, yes=1, no=2)
        change_article(editor, article.pk).fill(brought_helpful=93, brought_total=132).save()
        assert str(VoteTally.objects.get()) == "94 out of 135"
        form = change_article(editor, article.pk)
        assert (form.data["brought_helpful"], form.data["brought_total"]) == (["93"], ["132"])

    def test_saving_does_not_touch_votes_cast_meanwhile(self, editor: Client) -> None:
        article = make_article()
        make_tally(article, base_yes=93, base_no=39)
        form = change_article(editor, article.pk).fill(brought_total=133)
        VoteTally.objects.update(yes=5)
        form.save()
        assert str(VoteTally.objects.get()) == "98 out of 138"

    @pytest.mark.parametrize(
        ("helpful", "total"), [(5, 4), (5, ""), ("", 5), (-1, 5), (1, 10**12), ("x", 1), (1.5, 2)]
    )
    def test_figures_that_make_no_sense_are_errors(
        self, editor: Client, helpful: object, total: object
    ) -> None:
        article = make_article()
        form = change_article(editor, article.pk).fill(brought_helpful=helpful, brought_total=total)
        assert errors(form.send())


def post_action(client: Client, action: str, *articles: Article) -> HttpResponse:
    data = {"action": action, "_selected_action": [article.pk for article in articles], "post": "yes"}
    return client.post(reverse(LIST), data, follow=True)


def said(response: HttpResponse) -> list[str]:
    return [li.get_text(strip=True) for li in soup(response).select(".messagelist li")]
