"""The script that checks every change, as far as it can be judged without running all of it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from policytracker.env import BASE_DIR

SCRIPT = BASE_DIR / ".ci" / "run"
FUNCTIONS = SCRIPT.read_text(encoding="utf-8").partition('step "services"\n')[0]


def installed_on(folder: Path, *commands: str) -> str:
    """Return the packages that the script installs on a machine that has these commands and no others."""
    (folder / "dirname").symlink_to(str(shutil.which("dirname")))
    for command in (*commands, "apt-get"):
        (folder / command).write_text(f'#!/bin/sh\necho "$@" >>{folder}/{command}.log\n')
        (folder / command).chmod(0o755)
    bash = str(shutil.which("bash"))
    calls = [bash, "-c", f"{FUNCTIONS}\ninstall_packages", str(SCRIPT)]
    subprocess.run(calls, env={"PATH": os.fspath(folder)}, check=True)
    log = folder / "apt-get.log"
    return log.read_text() if log.exists() else ""


PRESENT = ["chromium", "firefox-esr", "redis-server", "docker"]


@pytest.mark.parametrize("there", [[], ["psql"]], ids=["nothing of PostgreSQL", "its client alone"])
def test_the_server_of_the_database_is_installed_where_it_is_absent(tmp_path: Path, there: list[str]) -> None:
    assert installed_on(tmp_path, *PRESENT, *there).endswith(" postgresql\n")


def test_nothing_is_installed_where_all_is_there(tmp_path: Path) -> None:
    assert installed_on(tmp_path, *PRESENT, "psql", "pg_ctlcluster") == ""
