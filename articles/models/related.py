""" "Discover more": an editor's picks and blocks, and the stored list that fills the rest."""

from django.db import models

from articles.models.article import Article
from articles.querysets.related import RelatedSuggestionQuerySet
from regions.fields import PlainCharField, PlainTextField, WebURLField, web_url_constraint


class RelatedPost(models.Model):
    """An editor's pick: an article here, or an external address with its own title and excerpt."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related_posts")
    position = models.PositiveIntegerField(default=0)
    post = models.ForeignKey(
        Article, on_delete=models.CASCADE, null=True, blank=True, related_name="picked_by"
    )
    url = WebURLField("external address", blank=True)
    title = PlainCharField(max_length=300, blank=True)
    excerpt = PlainTextField(blank=True, max_length=1000)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(post__isnull=False, url="", title="", excerpt="")
                | (models.Q(post=None) & ~models.Q(url="") & ~models.Q(title="")),
                name="related_post_here_or_external",
                violation_error_message="Choose an article here, or give an external address with a title.",
            ),
            models.CheckConstraint(
                condition=models.Q(post=None) | ~models.Q(post=models.F("article")),
                name="related_post_to_another",
                violation_error_message="An article can't be related to itself.",
            ),
            models.UniqueConstraint(
                fields=["article", "post"],
                condition=models.Q(post__isnull=False),
                name="related_post_once",
                violation_error_message="This article is picked already.",
            ),
            web_url_constraint("url", name="related_post_url_web"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.post)


class RelatedBlock(models.Model):
    """An article that an editor never wants to see under another one."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related_blocks")
    blocked = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="blocked_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "blocked"], name="related_block_once"),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("blocked")), name="related_block_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"not {self.blocked}"


class RelatedSuggestion(models.Model):
    """A row of the stored list that tops up the picks; rebuilt by ``articles.discover``."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related_suggestions")
    post = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="suggested_for")
    score = models.FloatField()
    shared_topics = models.PositiveSmallIntegerField(default=0)
    shared_regions = models.PositiveSmallIntegerField(default=0)

    objects = RelatedSuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "post"]
        constraints = [
            models.UniqueConstraint(fields=["article", "post"], name="related_suggestion_once"),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("post")), name="related_suggestion_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} ({self.score:.3f})"
