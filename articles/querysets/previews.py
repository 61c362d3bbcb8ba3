"""Named queries over the links that share previews."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.preview_tokens import nonce_in

if TYPE_CHECKING:
    from articles.models import PreviewLink


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Links by what they still open."""

    def open(self) -> Self:
        """Links that lead somewhere now: neither revoked nor expired, nor of a withdrawn article."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now()).exclude(
            article__status=ArticleStatus.ARCHIVED
        )

    def ended_before(self, moment: datetime) -> Self:
        """Links that had expired or were revoked before then."""
        return self.filter(models.Q(expires_at__lt=moment) | models.Q(revoked_at__lt=moment))

    def with_token(self, token: str) -> Self:
        """The link that a token names; none for one that we did not sign."""
        nonce = nonce_in(token)
        return self.none() if nonce is None else self.filter(nonce=nonce)

    def newest_first(self) -> Self:
        """The latest first, with who made them."""
        return self.select_related("created_by").order_by("-created_at", "-pk")
