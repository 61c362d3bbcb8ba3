"""Publishes scheduled articles when their time has come.

Readers see them by their date in any case (``querysets.visibility``); what hangs on publication follows here.
"""

from django.db import transaction

from articles.models import Article


def publish_due() -> int:
    """Publish each article whose time has come, exactly once; return how many this call published.

    Safe to run twice at a time: the second waits for the first one's row and finds it published.
    """
    due = list(Article.objects.due().order_by("pk").values_list("pk", flat=True))
    return sum(_publish(pk) for pk in due)


@transaction.atomic
def _publish(pk: int) -> bool:
    article = Article.objects.due().select_for_update().filter(pk=pk).first()
    if article is None:
        return False
    article.publish()
    return True
