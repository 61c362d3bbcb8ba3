"""``manage.py importdigest``: digests from files, as JSON that says what was understood, or as drafts."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.importing.as_json import as_json
from articles.importing.gazetteer import Gazetteer
from articles.importing.parser import understand
from articles.importing.source.limits import SourceError
from articles.importing.source.reading import read_file


class Command(BaseCommand):
    """Imports digests from plain text, Markdown, HTML and .docx."""

    help = "Import digests: print what was understood (--format json), or save drafts."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and the form of the answer."""
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--format", choices=["json"], help="print what was understood; save nothing")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        """Import the files in their order."""
        find = Gazetteer()
        for path in files:
            try:
                digest, problems = understand(read_file(path), find)
            except (SourceError, OSError) as error:
                raise CommandError(f"{path}: {error}") from error
            self.stdout.write(json.dumps(as_json(digest, problems), ensure_ascii=False, indent=2))
