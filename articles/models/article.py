"""The article: a numbered digest, or a plain post when it has no items."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from taggit.managers import TaggableManager

from articles import addresses, closure
from articles.choices import ArticleStatus, NoticeKind
from articles.languages import direction_of, validate_language
from articles.models.series import Series
from articles.models.topic import ArticleTopic
from articles.querysets.articles import ArticleQuerySet
from articles.querysets.visibility import PUBLIC_STATUSES
from articles.save_tokens import new_token
from articles.tasks import rebuild_related_soon
from articles.topic_names import TopicNames, topic_names
from regions.fields import PlainCharField, PlainTextField, WebURLField, web_url_constraint
from regions.richtext import RichTextField

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from articles.models.item import PolicyItem


_FOLLOWED = ("slug", "status", "published_at", "corrected_at", "version")


class Article(models.Model):
    """A digest or a plain post, from its first draft to its archive."""

    title = PlainCharField(max_length=300)
    slug = models.SlugField(
        max_length=200, unique=True, blank=True, help_text="Left empty, it is made from the title."
    )
    language = PlainCharField(
        max_length=16,
        default="en",
        validators=[validate_language],
        help_text="A BCP 47 tag: en, zh-Hans, fr.",
    )
    standfirst = PlainTextField(
        blank=True, max_length=1000, help_text="One or two sentences under the title."
    )
    introduction = RichTextField(blank=True)
    body = RichTextField(blank=True, long=True, help_text="The text of a plain post.")
    conclusion = RichTextField(blank=True)
    byline = PlainCharField(
        max_length=300, blank=True, help_text="Names of the authors, separated by semicolons."
    )
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, null=True, blank=True, related_name="editions"
    )
    edition_date = models.DateField(null=True, blank=True, help_text="The date of the edition of its series.")
    status = models.CharField(max_length=20, choices=ArticleStatus, default=ArticleStatus.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    modified_at = models.DateTimeField(auto_now=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    correction_note = PlainTextField(blank=True, max_length=1000, help_text="What was corrected.")
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts major changes; votes remember which one they judged."
    )
    source_url = WebURLField(blank=True, help_text="Where an imported article first appeared.")
    import_key = PlainCharField(max_length=200, unique=True, null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    save_token = models.CharField(max_length=22, default=new_token, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    saved_at = models.DateTimeField(null=True, editable=False, help_text="The last save at the desk.")
    submission_key = models.CharField(max_length=22, unique=True, null=True, blank=True, editable=False)
    tags = TaggableManager(through=ArticleTopic, blank=True, verbose_name="topics", help_text="")

    article_topics: "RelatedManager[ArticleTopic]"
    items: "RelatedManager[PolicyItem]"
    notices: "RelatedManager[Notice]"
    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        permissions = [("publish_article", "Can publish, schedule and archive articles")]
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="article_by_publication"),
            models.Index(fields=["-published_at", "-id", "status"], name="article_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=ArticleStatus.values), name="article_status_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=PUBLIC_STATUSES) | models.Q(published_at__isnull=False),
                name="article_public_has_date",
                violation_error_message="A published or scheduled article needs a publication date.",
            ),
            models.CheckConstraint(
                condition=models.Q(correction_note="") | models.Q(corrected_at__isnull=False),
                name="article_correction_has_date",
                violation_error_message="A correction note needs the date of the correction.",
            ),
            models.CheckConstraint(condition=~models.Q(import_key=""), name="article_import_key_not_blank"),
            web_url_constraint("source_url", name="article_source_url_web"),
        ]

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the article; keep its old address alive and what depends on its publication in step."""
        before = Article.objects.filter(pk=self.pk).values(*_FOLLOWED).first()
        self.slug = addresses.free_slug(self)
        if before and self.corrected_at and self.corrected_at != before["corrected_at"]:
            self.version = before["version"] + 1  # a correction is a major change
        super().save(*args, **kwargs)
        if before is not None:
            addresses.keep_redirect(self, old_slug=before["slug"], old_status=before["status"])
        old_status, old_date = (before["status"], before["published_at"]) if before else (None, None)
        if (old_status, old_date) != (self.status, self.published_at):
            self._follow_publication(old_status)

    def get_absolute_url(self) -> str:
        """Return the address of the article's public page."""
        return reverse("article", kwargs={"slug": self.slug})

    def publish(self, at: datetime | None = None) -> None:
        """Make the article public now, or schedule it for ``at``; a first publication date is kept."""
        now = timezone.now()
        if at is not None and at > now:
            self.status, self.published_at = ArticleStatus.SCHEDULED, at
        else:
            keeps_date = self.published_at is not None and self.published_at <= now
            self.status = ArticleStatus.PUBLISHED
            self.published_at = at or (self.published_at if keeps_date else now)
        self.save()

    def archive(self) -> None:
        """Withdraw the article: its address answers 410 from now on."""
        self.status = ArticleStatus.ARCHIVED
        self.save()

    def _follow_publication(self, old_status: str | None) -> None:
        """Do what a change of the article's publication entails: the one place for it."""
        closure.rebuild(list(self.items.values_list("pk", flat=True)))
        if not {old_status, self.status}.isdisjoint(PUBLIC_STATUSES):
            transaction.on_commit(rebuild_related_soon, robust=True)

    @property
    def is_public(self) -> bool:
        """Whether the public may see the article now; the rule of ``querysets.visibility`` in Python."""
        return (
            self.status in PUBLIC_STATUSES
            and self.published_at is not None
            and self.published_at <= timezone.now()
        )

    @property
    def authors(self) -> list[str]:
        """The names in the byline."""
        return [name for part in self.byline.split(";") if (name := part.strip())]

    @cached_property
    def topic_names(self) -> TopicNames:
        """The names of the topics of each item by its id, and of the article itself under None."""
        return topic_names(self)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, as the article's language is written."""
        return direction_of(self.language)


class Notice(models.Model):
    """A line at the end of an article: reprint, contact, copyright, …"""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="notices")
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=20, choices=NoticeKind, default=NoticeKind.OTHER)
    text = PlainTextField(max_length=2000)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=NoticeKind.values), name="notice_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"


class ArticleRedirect(models.Model):
    """A slug under which an article was once public; it answers with a permanent redirect."""

    slug = models.SlugField(max_length=200, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="redirects")

    def __str__(self) -> str:
        return self.slug
