"""The question before a deletion, with counts of what hangs on it instead of thousands of lines."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.http import HttpRequest

from articles.models import Article, PolicyItem, RelatedPost

Row = TypeVar("Row", bound=models.Model)


class CountedDeletion(admin.ModelAdmin[Row]):
    """Names what is to be deleted, and counts what goes with it."""

    def get_deleted_objects(
        self, objs: "Sequence[Row] | models.QuerySet[Row]", request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Return what Django's confirmation page shows: names, counts, missing rights, protected rows.

        The right to delete a row is the right to delete what hangs on it.
        """
        rows = list(objs)
        collector = NestedObjects(using=router.db_for_write(self.model), origin=rows)
        collector.collect(rows)
        found: dict[Any, Any] = collector.model_objs
        counts = {str(model._meta.verbose_name_plural): len(hanging) for model, hanging in found.items()}
        counts |= _elsewhere(found)
        refused = [row for row in rows if not self.has_delete_permission(request, row)]
        perms_needed = {str(self.opts.verbose_name)} if refused else set()
        return [str(row) for row in rows], counts, perms_needed, [str(row) for row in collector.protected]


def _elsewhere(found: Mapping[Any, Collection[Any]]) -> dict[str, int]:
    """Count what readers would miss in articles that stay: picks that go, timelines that are cut."""
    articles, items = found.get(Article, ()), found.get(PolicyItem, ())
    picks = RelatedPost.objects.filter(post__in=articles).exclude(article__in=articles)
    steps = PolicyItem.objects.filter(continues__in=items).exclude(pk__in=[item.pk for item in items])
    counts = {
        "picks of this in other articles": picks.count() if articles else 0,
        "later steps elsewhere whose timeline begins anew": steps.count() if items else 0,
    }
    return {name: count for name, count in counts.items() if count}
