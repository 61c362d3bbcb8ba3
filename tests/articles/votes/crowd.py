"""Many hands at once."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Result = TypeVar("Result")


def at_once(jobs: Sequence[Callable[[], Result]], threads: int) -> list[Result]:
    """Run the jobs in so many threads, dealt out like cards; return their results, or raise their error."""

    def work(own: Sequence[Callable[[], Result]]) -> list[Result]:
        try:
            return [job() for job in own]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        hands = [pool.submit(work, jobs[start::threads]) for start in range(threads)]
        return [result for hand in hands for result in hand.result()]
