"""What an upload may weigh, and the error that says so in words for an editor."""

from articles.importing.characters import readable

MAX_BYTES = 5_000_000  # of a file
MAX_TEXT = 2_000_000  # characters that a reader may get out of it
MAX_LINES = 50_000

_MEGA = 1_000_000


class SourceError(Exception):
    """A file that can't be imported; the message says why, and what to do."""


def check_bytes(size: int) -> None:
    """Refuse a file of more than ``MAX_BYTES``.

    Raises:
        SourceError: it is larger.
    """
    if size > MAX_BYTES:
        raise SourceError(
            f"The file has {size / _MEGA:.1f} MB; at most {MAX_BYTES // _MEGA} MB can be imported. "
            "Save the text alone, or split it."
        )


def check_text(text: str) -> str:
    """Return the text that was read.

    Raises:
        SourceError: it is empty, or longer than ``MAX_TEXT``, or has more than ``MAX_LINES`` lines.
    """
    if not readable(text):
        raise SourceError("There is no text in the file.")
    if len(text) > MAX_TEXT:
        raise SourceError(
            f"The text has {len(text):,} characters; at most {MAX_TEXT:,} can be imported. "
            "Split it into parts."
        )
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise SourceError(f"The text has more than {MAX_LINES:,} lines. Split it into parts.")
    return text
