"""The collected static files: made when the sources have changed, and only then."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = settings.BASE_DIR / "var" / "staticfiles.sha256"


def _sources() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            yield f"{path} {stat.st_size} {stat.st_mtime_ns}"


def fingerprint() -> str:
    """Return a digest of name, size and time of every source file, and of the place where copies go."""
    lines = [str(settings.STATIC_ROOT), *sorted(_sources())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_collected() -> bool:
    """Whether the collected files are those of the sources as they are now."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return manifest.exists() and STAMP.exists() and STAMP.read_text() == fingerprint()


def collect() -> None:
    """Collect, hash and compress the static files, and remember of which sources."""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(fingerprint())
