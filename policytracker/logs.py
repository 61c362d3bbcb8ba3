"""Log lines that nobody can forge: a record begins one line, whatever a path or a form field holds."""

import logging
from copy import copy
from types import TracebackType
from typing import Any

from regions.text import clean_text

INDENT = "    "


class OneLineFormatter(logging.Formatter):
    """Writes time, level, logger and message, then tracebacks and stacks, indented.

    Control characters and line ends are escaped; only a record's own first line begins at the margin.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Format the traceback anew: other formatters leave theirs in the record."""
        own = copy(record)
        own.exc_text = None
        return super().format(own)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Escape what would begin a line of its own."""
        record.message = clean_text(_escaped(record.message), multiline=False)
        return super().formatMessage(record)

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Indent the traceback: the error's own text may hold anything."""
        return _indented(super().formatException(ei))

    def formatStack(self, stack_info: Any) -> str:  # noqa: N802 - logging's own name
        """Indent the stack."""
        return _indented(super().formatStack(stack_info))


def _escaped(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")


def _indented(text: str) -> str:
    return "\n".join(INDENT + _escaped(line) for line in text.splitlines())
