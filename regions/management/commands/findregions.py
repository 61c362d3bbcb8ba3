"""``manage.py findregions``: prints the regions that a text mentions."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from regions.mentions import Mention, find, load_index


class Command(BaseCommand):
    """Finds names of regions, in English and Chinese, and says which region each means."""

    help = (
        "Print the regions that a text mentions, as a JSON list of start, end (character offsets), text, "
        "region (path), region_code and confidence."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file, and ``--lines``."""
        parser.add_argument("file", help="a text file in UTF-8; - for standard input")
        parser.add_argument(
            "--lines", action="store_true", help="each line is a text of its own and gives a line of output"
        )

    def handle(self, *args: Any, file: str, lines: bool = False, **options: Any) -> None:
        """Read, find, print."""
        text = _read(file)
        index = load_index()
        if not index.places:
            raise CommandError("No regions are loaded yet: run `manage.py loadregions` first.")
        if not lines:
            self._print(find(text, index=index))
            return
        for line in _lines(text):
            self._print(find(line, index=index))

    def _print(self, mentions: Iterable[Mention]) -> None:
        """Print one list; in ASCII, which no terminal and no pipe can spoil."""
        self.stdout.write(json.dumps([_as_json(mention) for mention in mentions]))


def _as_json(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "region": mention.path,
        "region_code": mention.code,
        "confidence": mention.confidence,
    }


def _read(file: str) -> str:
    """Return the text as it is: offsets count its characters, so that no line end is translated.

    Raises:
        CommandError: there is no such file, or it is no UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise CommandError(f"{file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        message = f"{file} is no text in UTF-8 (byte {error.start}). Save it as UTF-8 and try again."
        raise CommandError(message) from error


def _lines(text: str) -> list[str]:
    """Return the lines without their ends; an empty line is a text too."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines
