"""A link by which somebody without an account reads an article before it is public."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from articles.preview_tokens import new_nonce, token_of
from articles.querysets.previews import PreviewLinkQuerySet
from regions.fields import PlainCharField

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MAX_DAYS = 30


class PreviewLink(models.Model):
    """A preview of one article that was shared: it ends by itself, and can be ended at any time."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="preview_links")
    nonce = models.CharField(max_length=22, unique=True, default=new_nonce, editable=False)
    note = PlainCharField("for whom", max_length=200, blank=True, help_text="Only the office sees it.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # whoever may change the article may share it
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="preview_link_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return self.note or f"link {self.pk}"

    def get_absolute_url(self) -> str:
        """Return the address of the shared preview."""
        return reverse("preview", kwargs={"token": token_of(self.nonce)})

    @classmethod
    def share(cls, article: Article, *, by: "User", days: int, note: str = "") -> "PreviewLink":
        """Make a link that works for ``days`` from now."""
        now = timezone.now()
        until = now + timedelta(days=days)
        return cls.objects.create(article=article, created_by=by, note=note, created_at=now, expires_at=until)

    def revoke(self) -> None:
        """End the link now; one that has been revoked stays as it is."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])
