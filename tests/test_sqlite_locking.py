"""Many processes write one SQLite file: none finds it locked, no write is lost. FAULTS D13."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from policytracker.env import BASE_DIR
from tests.running_site import RunningSite

PROCESSES = 8
ROUNDS = 60
READ_THEN_WRITE = textwrap.dedent(
    f"""
    import sys
    from datetime import timedelta
    from django.db import transaction
    from policytracker.models import Heartbeat

    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range({ROUNDS}):
        with transaction.atomic():
            row = Heartbeat.objects.get(name="contended")
            row.at += timedelta(seconds=1)
            row.save()
    """
)
START = "from policytracker.models import Heartbeat; Heartbeat.beat('contended'); "
TELL = "from policytracker.models import Heartbeat; print(Heartbeat.objects.get().at.timestamp())"


@pytest.mark.site
def test_processes_that_read_then_write_wait_for_each_other(tmp_path: Path) -> None:
    site = RunningSite(tmp_path)
    site.manage("migrate", "policytracker", "-v", "0")
    before = float(site.shell(START + TELL))
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-v", "0", "-c", READ_THEN_WRITE]
    writers = [
        subprocess.Popen(
            command, cwd=BASE_DIR, env=site.environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(PROCESSES)
    ]  # fmt: skip
    assert [writer.stdout.readline() for writer in writers] == ["ready\n"] * PROCESSES
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    errors = [writer.communicate(timeout=120)[1] for writer in writers]
    assert not [error for error in errors if "locked" in error or "Traceback" in error]
    assert float(site.shell(TELL)) - before == pytest.approx(PROCESSES * ROUNDS)
