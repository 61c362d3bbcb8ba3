"""The importer: its score on the corpus by half, shape and language, and what a digest costs.

Needs no database: the regions come from the shipped file.
"""

import os
import statistics
import time

import django

ROUNDS = 5
MEGABYTE = 1_000_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from articles.importing.parser import understand  # noqa: E402
from articles.importing.source.reading import read_bytes  # noqa: E402
from tests.articles.importing import scoring  # noqa: E402
from tests.articles.importing.whole_gazetteer import gazetteer  # noqa: E402


def run() -> None:
    """Print the scores, milliseconds for each text, and seconds for a megabyte."""
    find = gazetteer()
    for group, made in sorted(scoring.score_all(find).items()):
        print(f"importing: {group:20} {made}", flush=True)
    files = [path.read_bytes() for path in scoring.texts()]
    measured = [min(_seconds(data) for _ in range(ROUNDS)) for data in files]
    print(
        f"importing: {1000 * statistics.median(measured):.1f} ms a text of {_size(files):.0f} bytes, "
        f"the slowest {1000 * max(measured):.1f} ms"
    )
    whole = b"\n\n".join(files)
    large = (whole * (MEGABYTE // len(whole) + 1))[:MEGABYTE]
    print(f"importing: {_seconds(large.decode(errors='ignore').encode()):.2f} s for a megabyte of all texts")


def _seconds(data: bytes) -> float:
    started = time.process_time()
    understand(read_bytes(data), gazetteer(), today=scoring.TODAY)
    return time.process_time() - started


def _size(files: list[bytes]) -> float:
    return statistics.median(len(data) for data in files)
