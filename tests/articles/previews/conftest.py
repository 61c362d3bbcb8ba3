"""A draft and a clock that stands still."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.choices import ArticleStatus
from articles.models import Article, PreviewLink
from tests.factories import make_digest, make_editor

START = datetime(2026, 3, 2, 10, 15, tzinfo=UTC)


class Clock:
    """Time as the test says."""

    def __init__(self) -> None:
        self.now = START

    def advance(self, **span: float) -> None:
        """Let time pass: ``days=7``."""
        self.now += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def draft(db: None) -> Article:
    """A digest that nobody has published."""
    return make_digest(title="Kittiwake", status=ArticleStatus.DRAFT, published_at=None)


@pytest.fixture
def link(clock: Clock, draft: Article) -> PreviewLink:
    """A link to the draft that works for a week."""
    return PreviewLink.share(draft, by=make_editor(), days=7, note="Lin Yueqing")
