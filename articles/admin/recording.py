"""Every save at the desk is recorded in the history of its article."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import models, transaction
from django.http import HttpRequest

from articles.history.recording import record, record_first
from articles.models import Article

Row = TypeVar("Row", bound=models.Model)


class RecordedSaves(admin.ModelAdmin[Row]):
    """Records what forms save, beside Django's own log of actions."""

    def article_of(self, row: Any) -> Article:
        """Return the article that is saved with the row: the row itself, or the one that it belongs to."""
        return row if isinstance(row, Article) else row.article

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the row; what was there before the first recorded change is kept too."""
        if change:
            record_first([self.article_of(obj)])
        super().save_model(request, obj, form, change)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        """Log a new row, and record it."""
        entry = super().log_addition(request, obj, message)
        self._record(request, obj, message)
        return entry

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        """Log a change, and record what a form changed; a save that changed nothing leaves no version."""
        entry = super().log_change(request, obj, message)
        self._record(request, obj, message)
        return entry

    def _record(self, request: HttpRequest, row: Any, message: Any) -> None:
        """Record what a form saved: its message is a list; one of an action is text."""
        if isinstance(message, list) and message:
            comment = LogEntry(change_message=json.dumps(message)).get_change_message()
            record([self.article_of(row)], by=request.user, comment=comment)


class RecordedDeletions(admin.ModelAdmin[Row]):
    """Records what the deletion of rows leaves of the articles that they belonged to."""

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete one row."""
        with self._recorded(request, [obj]):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: "models.QuerySet[Row]") -> None:
        """Delete the rows of an action."""
        with self._recorded(request, list(queryset)):
            super().delete_queryset(request, queryset)

    @contextmanager
    def _recorded(self, request: HttpRequest, rows: list[Any]) -> Iterator[None]:
        names: dict[Any, list[str]] = defaultdict(list)
        for row in rows:
            names[row.article_id].append(f"“{row}”")
        with transaction.atomic():
            articles = list(Article.objects.locked().filter(pk__in=names))
            record_first(articles)
            yield
            for article in articles:
                comment = f"Deleted {self.opts.verbose_name} {', '.join(names[article.pk])}."
                record([article], by=request.user, comment=comment)
