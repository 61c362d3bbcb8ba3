"""The nouns of the articles app."""

from articles.models import receivers
from articles.models.article import Article, ArticleRedirect, Notice
from articles.models.item import ItemPlace, ItemRegion, ItemRelation, PolicyItem, RemovedItem
from articles.models.preview import PreviewLink
from articles.models.related import RelatedBlock, RelatedPost, RelatedSuggestion
from articles.models.series import Series
from articles.models.topic import ArticleTopic, ItemTopic, Topic
from articles.models.vote import HelpfulVote, VoteDay, VoteKey, VoteRate, VoteTally

__all__ = [
    "Article",
    "ArticleRedirect",
    "ArticleTopic",
    "HelpfulVote",
    "ItemPlace",
    "ItemRegion",
    "ItemRelation",
    "ItemTopic",
    "Notice",
    "PolicyItem",
    "PreviewLink",
    "RelatedBlock",
    "RelatedPost",
    "RelatedSuggestion",
    "RemovedItem",
    "Series",
    "Topic",
    "VoteDay",
    "VoteKey",
    "VoteRate",
    "VoteTally",
    "receivers",
]
