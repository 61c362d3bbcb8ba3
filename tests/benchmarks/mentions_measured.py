"""What the benchmark of mentions measures, in a process where Django is set up."""

import statistics
import time
import tracemalloc

from regions.mentions import NameIndex, find, load_index
from regions.models import Region, RegionName, RegionsStamp
from tests.regions.mentions.labelled import Found, halves, score

LENGTH = 2_500  # characters
ROUNDS = 50
LANGUAGES = {"English": str.isascii, "Chinese": lambda text: not text[:1].isascii()}


def measure() -> None:
    """Print the figures."""
    Region.objects.exists()  # opens the connection
    started = time.perf_counter()
    index = load_index()
    seconds = time.perf_counter() - started
    size = f"{len(index.places):,} regions, {RegionName.objects.count():,} names"
    print(f"mentions: {size} loaded in {seconds:.2f} s, {_memory():.0f} MB")
    tuned, scored = halves()
    texts = [labelled.text for labelled in tuned + scored]
    for language, is_written in LANGUAGES.items():
        text = "\n\n".join(filter(is_written, texts))
        text = (text * (1 + LENGTH // len(text)))[:LENGTH]
        print(f"mentions: {LENGTH:,} characters of {language} in {_milliseconds(text, index):.1f} ms")

    def mentions(text: str) -> list[Found]:
        return [(mention.start, mention.end, mention.path) for mention in find(text, index=index)]

    print(f"mentions: the half tuned on: {score(tuned, mentions)}")
    print(f"mentions: the half only scored: {score(scored, mentions)}")


def _milliseconds(text: str, index: NameIndex) -> float:
    find(text, index=index)
    measured = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        find(text, index=index)
        measured.append(time.perf_counter() - started)
    return statistics.median(measured) * 1_000


def _memory() -> float:
    """Return how many megabytes the index takes, by loading it once more."""
    RegionsStamp.renew()  # as if a region had changed
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    load_index()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / 1e6
