"""The form that takes a digest to import: pasted, or as a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.importing.source.limits import MAX_BYTES, MAX_TEXT, SourceError
from articles.importing.source.reading import read_bytes

_MEGA = 1_000_000
ENDINGS = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx"


class DigestSourceForm(forms.Form):
    """A text or a file; a valid form has its bytes as ``data_read``, and the ``name`` of the file."""

    data_read = b""
    name = ""

    text = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false", "autofocus": True}),
        help_text="Paste it as it is, from a web page, a newsletter or a document: Markdown and HTML too. "
        f"At most {MAX_TEXT:,} characters.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text="Plain text, Markdown, a saved web page (HTML) or a Word document (.docx), "
        f"at most {MAX_BYTES // _MEGA} MB.",
    )

    def clean(self) -> dict[str, Any]:
        """Read the source; refuse none, two, and what can't be read."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text, file = cleaned.get("text") or "", cleaned.get("file")
        if self.errors:
            return cleaned
        if text.strip() and file:
            raise ValidationError("Paste a text or choose a file, not both.")
        if not text.strip() and not file:
            raise ValidationError("Paste a text, or choose a file.")
        try:
            self._read(text, file)
        except SourceError as error:
            raise ValidationError({"file" if file else "text": str(error)}) from error
        return cleaned

    def _read(self, text: str, file: Any) -> None:
        if file:
            self.name = file.name[:200]
            # One byte more than is allowed is enough to be told that there are too many.
            self.data_read = file.read() if file.size <= MAX_BYTES else bytes(MAX_BYTES + 1)
        else:
            self.data_read = text.encode()
        read_bytes(self.data_read, self.name)
