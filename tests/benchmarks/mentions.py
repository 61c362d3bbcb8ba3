"""Finding regions in text: the load of all names, the time for 2,500 characters, memory, and the scores."""

import tempfile
from pathlib import Path

from tests.running_site import RunningSite


def run() -> None:
    """Load the gazetteer into an SQLite database of its own, and measure in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        site = RunningSite(Path(folder))
        site.manage("migrate", "-v", "0")
        site.manage("loadregions")
        code = "from tests.benchmarks import mentions_measured; mentions_measured.measure()"
        print(site.shell(code), end="", flush=True)
