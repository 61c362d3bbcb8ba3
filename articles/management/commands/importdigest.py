"""``manage.py importdigest``: digests from files, as JSON that says what was understood, or as drafts."""

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from articles.importing.as_json import as_json
from articles.importing.duplicates import problems_of_repeats, repeats_of
from articles.importing.gazetteer import Gazetteer
from articles.importing.parser import understand
from articles.importing.source.limits import SourceError
from articles.importing.source.reading import read_bytes, read_file
from articles.importing.writer import write


class Command(BaseCommand):
    """Imports digests from plain text, Markdown, HTML and .docx."""

    help = (
        "Import digests: save drafts and print their addresses, or print what was understood (--format json)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and the form of the answer."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file; - for standard input")
        parser.add_argument("--format", choices=["json"], help="print what was understood; save nothing")
        parser.add_argument("--again", action="store_true", help="make another draft of a known source")

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        """Import the files in their order; one that can't be imported doesn't stop the others."""
        find = Gazetteer()
        failed = 0
        for place, name in enumerate(files, start=1):
            if len(files) > 1 and self.stderr.isatty():
                self.stderr.write(f"{place} of {len(files)}: {name}")
            try:
                self._import(name, find, indent=2 if len(files) == 1 else None, **options)
            except (SourceError, OSError) as error:
                failed += 1
                self.stderr.write(f"{name}: {error}")
        if failed:
            raise CommandError(f"{failed} of {len(files)} files could not be imported.")

    def _import(self, name: str, find: Gazetteer, *, indent: int | None, **options: Any) -> None:
        source = read_bytes(sys.stdin.buffer.read()) if name == "-" else read_file(Path(name))
        digest, problems = understand(source, find)
        problems += problems_of_repeats(digest, repeats_of(digest))
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(digest, problems), ensure_ascii=False, indent=indent))
            return
        written = write(digest, source.text, again=options["again"])
        address = reverse("admin:articles_article_change", args=[written.article.pk])
        known = " (imported before; --again makes another draft)" if written.known else ""
        self.stdout.write(f"{name}: {settings.SITE_URL}{address}{known}")
        if not written.known:
            for problem in problems:
                self.stdout.write(f"  line {problem.line or '–'}: {problem.message}")
            for title in written.unmatched:
                self.stdout.write(f"  not picked, for no article here has this title: {title}")
