"""The editor's desk, in Django's own admin: articles with their parts, items, topics, series and votes."""

from articles.admin.article import ArticleAdmin
from articles.admin.items import PolicyItemAdmin
from articles.admin.series import SeriesAdmin
from articles.admin.topics import TopicAdmin
from articles.admin.votes import HelpfulVoteAdmin

__all__ = ["ArticleAdmin", "HelpfulVoteAdmin", "PolicyItemAdmin", "SeriesAdmin", "TopicAdmin"]
