"""The form of an article: its texts, its topics, its way to readers, and votes brought from elsewhere."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import workflow
from articles.choices import ArticleStatus
from articles.forms.conflicts import TokenForm
from articles.forms.submissions import SubmissionForm
from articles.forms.topics import TopicsField
from articles.models import Article

_MOST_VOTES = 100_000_000
BASELINE = ("brought_helpful", "brought_total")


class EditArticleForm(TokenForm[Article], SubmissionForm[Article]):
    """An article; ``publisher`` says whether whoever fills it in may take it to readers."""

    publisher = False

    topics = TopicsField()
    brought_helpful = forms.IntegerField(
        required=False, min_value=0, max_value=_MOST_VOTES, label="Found it helpful"
    )
    brought_total = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=_MOST_VOTES,
        label="Out of",
        help_text="Votes that the article brings along from where it first appeared: 93 out of 132.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._fill_in()
        self._name_halves("published_at", "corrected_at")
        if not self.publisher:
            for name in BASELINE:
                del self.fields[name]
        if "status" in self.fields:
            steps = workflow.open_statuses(self.instance, publisher=self.publisher)
            choices = [(step.value, step.label) for step in steps]
            self.fields["status"].choices = choices  # type: ignore[attr-defined]  # a field with choices

    @staticmethod
    def last_save_of(instance: Article) -> str:
        """Return the token of the article's last save."""
        return instance.save_token

    def _fill_in(self) -> None:
        if self.instance.pk is None:
            return
        self.initial.setdefault("topics", self.instance.topic_names[None])
        tally = getattr(self.instance, "tally", None)
        if tally is not None and (tally.base_yes or tally.base_no):
            self.initial.setdefault("brought_helpful", tally.base_yes)
            self.initial.setdefault("brought_total", tally.base_yes + tally.base_no)

    def _name_halves(self, *names: str) -> None:
        """Name the two boxes of a moment, which share one label, for those who can't see it."""
        for name in names:
            if name in self.fields:
                widgets = getattr(self.fields[name].widget, "widgets", ())
                for half, widget in zip(("date", "time"), widgets, strict=False):
                    widget.attrs["aria-label"] = f"{self.fields[name].label}: {half}"

    def clean(self) -> dict[str, Any]:
        """Settle status and date, date a correction, and check the figures of votes."""
        cleaned = super().clean() or self.cleaned_data
        self._settle(cleaned)
        if (
            cleaned.get("correction_note")
            and "corrected_at" in self.fields
            and not cleaned.get("corrected_at")
        ):
            cleaned["corrected_at"] = timezone.now()
        self._check_votes(cleaned)
        return cleaned

    def _settle(self, cleaned: dict[str, Any]) -> None:
        if "status" not in cleaned or self.has_error("published_at"):
            return
        chosen, at = cleaned["status"], cleaned.get("published_at", self.instance.published_at)
        cleaned["status"], at = workflow.settle(self.instance, chosen, at)
        if "published_at" in cleaned:
            cleaned["published_at"] = at

    def _check_votes(self, cleaned: dict[str, Any]) -> None:
        helpful, total = (cleaned.get(name) for name in BASELINE)
        if (helpful is None) != (total is None):
            raise ValidationError({"brought_total": "Give both figures, or neither."})
        if helpful is not None and total is not None and helpful > total:
            raise ValidationError({"brought_helpful": "More voters found it helpful than voted at all."})

    def clean_status(self) -> ArticleStatus:
        """Return the status as a term of the vocabulary."""
        return ArticleStatus(self.cleaned_data["status"])

    @property
    def baseline(self) -> tuple[int, int] | None:
        """The helpful and unhelpful votes brought along; None where nothing about them changed."""
        if not set(BASELINE) & set(self.changed_data):
            return None
        helpful, total = (self.cleaned_data[name] or 0 for name in BASELINE)
        return helpful, total - helpful

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # Django's own hook, missing in the stubs
        if "topics" in self.changed_data:
            self.instance.tags.set(self.cleaned_data["topics"])
