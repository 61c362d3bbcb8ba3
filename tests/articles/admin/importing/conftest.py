"""The regions that the texts of these tests are about."""

import pytest

from tests.factories import make_region


@pytest.fixture(autouse=True)
def _regions(db: None) -> None:
    for name in ("Freedonia", "Ruritania", "Sylvania", "Graustark"):
        make_region(name)
