"""``make bench``: all benchmarks, one after the other, so that none disturbs another."""

from tests.benchmarks import votes

if __name__ == "__main__":
    votes.run()
