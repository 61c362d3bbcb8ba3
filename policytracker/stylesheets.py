"""Stylesheets in parts, each served as one file: what it imports is written into it when it is collected."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r'^@import "([\w./-]+\.css)";\n', re.MULTILINE)


class OneSheetStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Static files under the hash of their content and compressed, each stylesheet with its parts inside.

    While developing, browsers follow the imports themselves.
    """

    def post_process(self, paths: dict[str, Any], *args: Any, **kwargs: Any) -> Iterator[Any]:
        """Join the collected sheets with their parts before they are hashed."""
        joined = {name: (self, name) for name in paths if name.endswith(".css") and self._join(name)}
        yield from super().post_process(paths | joined, *args, **kwargs)

    def _join(self, name: str) -> bool:
        """Write the parts of a sheet into it; return whether it had any. Parts import nothing themselves."""
        folder = PurePosixPath(name).parent
        with self.open(name) as file:
            sheet = file.read().decode()
        joined, parts = _IMPORT.subn(lambda found: self._part(str(folder / found[1])), sheet)
        if parts:
            self.delete(name)
            self._save(name, ContentFile(joined))
        return bool(parts)

    def _part(self, name: str) -> str:
        with self.open(name) as file:
            return str(file.read().decode())
