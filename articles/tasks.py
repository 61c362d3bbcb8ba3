"""What the worker does in the background."""

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from articles.discover.rebuild import rebuild_all


@task()
def rebuild_related() -> int:
    """Rebuild the stored lists of "Discover more"; return how many changed."""
    return rebuild_all()


def rebuild_related_soon() -> None:
    """Have the lists rebuilt in the background: once, for however many articles changed meanwhile."""
    waiting = DBTaskResult.objects.ready().filter(task_path=rebuild_related.module_path)
    if not waiting.exists():
        rebuild_related.enqueue()
