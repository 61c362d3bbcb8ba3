"""What readers said of an article, on the page on which it is written."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Article
from articles.voting.worklist import since_change


class ArticleVotes:
    """Shows the figures of votes: all of them, and those since the last major change (a mixin)."""

    @admin.display(description="Readers said")
    def readers_said(self, article: Article) -> SafeString | str:
        """The printed figure, the share of No since the last major change, and the way to the comments."""
        if article.pk is None:
            return "-"
        tally = getattr(article, "tally", None)
        if tally is None or not tally.total:
            return "Nobody has voted yet."
        return format_html(
            '{} found it helpful. {} <a href="{}">Reasons and comments</a>',
            tally,
            _since_change(article),
            reverse("admin:articles_helpfulvote_comments", args=[article.pk]),
        )


def _since_change(article: Article) -> str:
    if article.version == 1:
        return "It has had no major change."
    figures = since_change([article.pk])[article.pk]
    if not figures.total:
        return "Since the last major change nobody has voted yet."
    answers = f"{figures.no} No, {figures.yes} Yes"
    return f"Since the last major change {answers}: {figures.share_percent}% not helped."
