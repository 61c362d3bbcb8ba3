"""Every save at the desk is recorded in the history of its article."""

import json
from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import models
from django.http import HttpRequest

from articles.history.recording import record
from articles.models import Article

Row = TypeVar("Row", bound=models.Model)


class RecordedSaves(admin.ModelAdmin[Row]):
    """Records what forms save, beside Django's own log of actions."""

    def article_of(self, row: Any) -> Article:
        """Return the article that is saved with the row: the row itself, or the one that it belongs to."""
        return row if isinstance(row, Article) else row.article

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
