"""``make bench``: all benchmarks, or those that are named: ``python -m tests.benchmarks.run pages``.

What they print are this machine's figures; only the ratios travel.
"""

import sys

from tests.benchmarks import desk, importing, mentions, pages, votes

BENCHMARKS = {
    "desk": desk.run,
    "importing": importing.run,
    "mentions": mentions.run,
    "pages": pages.run,
    "votes": votes.run,
}


def main() -> int:
    """Run them one after the other, so that none disturbs another."""
    names = sys.argv[1:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name in names:
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
