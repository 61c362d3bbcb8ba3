"""The addresses of votes. The cookie of voters has their common path, so that no other request carries it."""

from django.urls import path

from articles.views.votes import TallyView, ThanksView, VoteView

urlpatterns = [
    path("<int:article_id>/", VoteView.as_view(), name="vote"),
    path("<int:article_id>/tally", TallyView.as_view(), name="vote-tally"),
    path("<int:article_id>/thanks/", ThanksView.as_view(), name="vote-thanks"),
]
