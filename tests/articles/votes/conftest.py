"""A clock that stands still."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article


class Clock:
    """Time as the test says."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)

    def advance(self, **span: float) -> None:
        """Let time pass: ``hours=1``."""
        self.now += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def article(db: None) -> Article:
    return make_article("Blockchain policy weekly", published_at=datetime(2026, 1, 5, tzinfo=UTC))
