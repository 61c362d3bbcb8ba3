"""A copied row of a field is what drawing it would have given."""

from typing import Any

from django import forms

from articles.choices import Action
from articles.forms.field_rows import Copies, field_row


class Facts(forms.Form):
    action = forms.TypedChoiceField(choices=[("", "---"), *Action.choices], required=False)
    issuer = forms.CharField(required=False, help_text="Who acted.")
    amount = forms.DecimalField(required=False)


def row(name: str, copies: Copies, prefix: str = "items-1", data: dict[str, Any] | None = None) -> str:
    sent = None if data is None else {f"{prefix}-{key}": value for key, value in data.items()}
    return field_row(Facts(sent, prefix=prefix)[name], copies)


def test_copies_carry_their_own_names() -> None:
    copies: Copies = {}
    for name in ("action", "issuer"):
        first, second = row(name, copies), row(name, copies, "items-12")
        assert f'name="items-1-{name}"' in first
        assert second == row(name, {}, "items-12")
        assert second == first.replace("items-1-", "items-12-")
    assert len(copies) == 2


def test_each_term_of_a_vocabulary_has_a_copy_of_its_own() -> None:
    copies: Copies = {}
    adopted = row("action", copies, data={"action": "adoption"})
    assert '<option value="adoption" selected>' in adopted
    assert row("action", copies, "items-2", {"action": "adoption"}) == adopted.replace("items-1-", "items-2-")
    assert '<option value="ruling" selected>' in row("action", copies, data={"action": "ruling"})


def test_what_was_typed_is_never_copied() -> None:
    copies: Copies = {}
    assert 'value="items-1-"' in row("issuer", copies, data={"issuer": "items-1-"})
    assert 'value="items-1-"' in row("issuer", copies, "items-2", {"issuer": "items-1-"})
    assert copies == {}


def test_an_error_stands_beside_its_own_field_alone() -> None:
    copies: Copies = {}
    assert "errorlist" in row("amount", copies, data={"amount": "x"})
    assert "errorlist" in row("action", copies, data={"action": "no term"})
    assert "errorlist" not in row("action", copies, "items-2", {"action": ""})
