"""Log lines that nobody can forge: one record, one line, whatever a path or a form field holds."""

import logging

from regions.text import clean_text


class OneLineFormatter(logging.Formatter):
    """Writes time, level, logger and message; control characters and line ends of the message are escaped."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Escape what would begin a line of its own."""
        record.message = clean_text(record.message.encode("unicode_escape").decode("ascii"), multiline=False)
        return super().formatMessage(record)
