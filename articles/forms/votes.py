"""The form of a vote: an answer, perhaps with a reason that fits it and a comment."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.choices import REASONS_AFTER_NO, REASONS_AFTER_YES, VoteReason
from articles.models import HelpfulVote
from regions.text import clean_text

YES, NO, WITHDRAW = "yes", "no", "withdraw"
REASONS = {YES: REASONS_AFTER_YES, NO: REASONS_AFTER_NO}
MAX_COMMENT = HelpfulVote._meta.get_field("comment").max_length


class CommentField(forms.CharField):
    """A text of several lines without control characters."""

    def to_python(self, value: Any) -> str:
        """Clean before validating: what is stored is what is measured."""
        return clean_text(super().to_python(value) or "").strip()


class CastVoteForm(forms.Form):
    """What a voter sends. A reason or comment left out (not: left empty) is None in ``cleaned_data``."""

    vote = forms.ChoiceField(
        choices=[(YES, _("Yes")), (NO, _("No")), (WITHDRAW, _("Withdraw"))],
        error_messages={
            "required": _("A vote is yes, no or withdraw."),
            "invalid_choice": _("A vote is yes, no or withdraw."),
        },
    )
    reason = forms.ChoiceField(
        choices=VoteReason, required=False, error_messages={"invalid_choice": _("This reason is not known.")}
    )
    comment = CommentField(
        max_length=MAX_COMMENT,
        required=False,
        error_messages={
            "max_length": _("The comment has %(show_value)d characters; it may have %(limit_value)d.")
        },
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a reason for the other answer."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        answer, reason = cleaned.get("vote"), cleaned.get("reason")
        if reason and answer in REASONS and reason not in REASONS[answer]:
            raise ValidationError(_("This reason does not fit the answer."), code="reason")
        given = {name: value if name in self.data else None for name, value in cleaned.items()}
        return {"reason": None, "comment": None} | given

    def first_error(self) -> str:
        """Return one sentence that says what is wrong."""
        return str(next(iter(self.errors.values()))[0])
