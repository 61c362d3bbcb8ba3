"""``make test``: the whole suite on SQLite, then on PostgreSQL where there is one.

Arguments go to pytest. With CI=true an absent service is a failure.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.surroundings import find_chromium, find_firefox, find_postgres, find_redis

CI = os.environ.get("CI") == "true"
PARALLEL = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup"] if (os.cpu_count() or 1) > 1 else []
# Once is enough for tests without a database, and for those that start servers with a database of their own.
SQLITE_TESTS = ["-m", "not postgres"]
POSTGRES_TESTS = ["-m", "database and not site"]

ABSENT = {
    "PostgreSQL": "no server at TEST_DATABASE_URL or 127.0.0.1:5432: the suite runs on SQLite only",
    "Redis": "no server at TEST_REDIS_URL or 127.0.0.1:6379: its tests are skipped",
    "Chromium": "no chromium on the PATH: the browser tests are skipped",
    "Firefox": "no firefox-esr on the PATH: its tests are skipped",
}


def say(text: str) -> None:
    """Print a line of our own between pytest's."""
    print(f"policytracker: {text}", flush=True)


def report_services(found: dict[str, str | None]) -> bool:
    """Say what was found and what will be skipped; return whether the tests may run."""
    for name, where in found.items():
        say(f"{name}: {where or ABSENT[name]}")
    absent = [name for name, where in found.items() if not where]
    if absent and CI:
        say(f"CI=true demands every service; absent: {', '.join(absent)}")
    return not (absent and CI)


def run_pytest(database: str, coverage_file: Path, options: list[str]) -> int:
    """Run the suite on a database, adding to the coverage so far; return pytest's status."""
    environment = os.environ | {
        "DATABASE_URL": database,
        "COVERAGE_FILE": str(coverage_file),
        "ENV_FILE": os.devnull,
    }
    command = [sys.executable, "-m", "pytest", *PARALLEL, "--cov", "--cov-append", *options, *sys.argv[1:]]
    return subprocess.run(command, env=environment, check=False).returncode


def main() -> int:
    """Run what can run; return the worst status."""
    postgres = find_postgres()
    found = {
        "PostgreSQL": postgres,
        "Redis": find_redis(),
        "Chromium": find_chromium(),
        "Firefox": find_firefox(),
    }
    if not report_services(found):
        return 1
    report = ["--cov-report=term:skip-covered", *(["--cov-fail-under=0"] if sys.argv[1:] else [])]
    silent = ["--cov-report=", "--cov-fail-under=0"]
    with tempfile.TemporaryDirectory() as folder:
        coverage = Path(folder) / "coverage"
        say("the suite on SQLite")
        statuses = [
            run_pytest("sqlite://:memory:", coverage, SQLITE_TESTS + (silent if postgres else report))
        ]
        if postgres:
            say("every test that uses the database again, on PostgreSQL")
            statuses.append(run_pytest(postgres, coverage, POSTGRES_TESTS + report))
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
