"""The programs that ``manage.py serve`` starts, as real processes."""

import json
import signal
import subprocess
import time

from policytracker.env import BASE_DIR
from policytracker.processes import worker_command
from tests.running_site import RunningSite

PATIENCE = 60  # seconds


def is_maintained(site: RunningSite) -> bool:
    """Whether the site has seen a worker lately."""
    return not json.loads(site.fetch("/readyz").body)["maintenance_overdue"]


def test_the_worker_maintains_the_site_and_stops_when_told_to(site: RunningSite) -> None:
    site.shell("from policytracker.models import Heartbeat; Heartbeat.objects.all().delete()")
    assert not is_maintained(site)
    with subprocess.Popen(worker_command(), cwd=BASE_DIR, env=site.environment) as worker:
        deadline = time.monotonic() + PATIENCE
        while not is_maintained(site) and worker.poll() is None and time.monotonic() < deadline:
            pass
        assert worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=PATIENCE) == 0
    assert is_maintained(site)
