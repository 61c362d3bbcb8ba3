"""Stylesheets in parts, each served as one file: what it imports is written into it when it is collected."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'^@import "([\w./-]+\.css)";\n', re.MULTILINE)


class OneSheetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Static files under the hash of their content and compressed, each stylesheet with its parts inside.

    While developing, browsers follow the imports themselves.
    """

    def post_process(self, paths: dict[str, Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        """Join the sheets with their parts before they are hashed."""
        joined = {name: (self, name) for name in paths if name.endswith(".css") and self._join(name, paths)}
        yield from super().post_process(paths | joined, *args, **kwargs)

    def _join(self, name: str, paths: dict[str, Any]) -> bool:
        """Collect a sheet with its parts in it; return whether it has any.

        The sources are read, because an earlier collection may have left the whole sheet here already.
        """
        folder = PurePosixPath(name).parent
        sheet, parts = _IMPORT.subn(lambda found: _part(paths[str(folder / found[1])]), _source(paths[name]))
        if parts:
            self.delete(name)
            self._save(name, ContentFile(sheet))
        return bool(parts)


def _part(place: tuple[Storage, str]) -> str:
    """Return a part; what it imported would be lost, because browsers heed imports only above all rules."""
    part = _source(place)
    if "@import" in part:
        msg = f"{place[1]} is part of a stylesheet: import in that stylesheet what it needs, not in the part."
        raise ImproperlyConfigured(msg)
    return part


def _source(place: tuple[Storage, str]) -> str:
    storage, path = place
    with storage.open(path) as file:
        return str(file.read().decode())
