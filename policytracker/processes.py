"""Several programs of one site, side by side, under one Ctrl-C."""

import ctypes
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Sequence

HOST = "127.0.0.1"
THREADS = 8  # of each server process; every one keeps a database connection of its own
PR_SET_PDEATHSIG = 1  # prctl(2)
PATIENCE = 10  # seconds that a program has for stopping by itself

_STOPPING = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}

Process = subprocess.Popen[bytes]


def server_command(port: int, host: str = HOST, workers: int = 1) -> list[str]:
    """Return the command line of the HTTP server."""
    options = ["--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    limits = ["--blocking-threads", str(THREADS), "--workers-kill-timeout", "5", "--log-level", "error"]
    return [sys.executable, "-m", "granian", *options, *limits, "policytracker.wsgi:application"]


def worker_command() -> list[str]:
    """Return the command line of the background worker."""
    return [sys.executable, "manage.py", "worker"]


def is_port_free(port: int) -> bool:
    """Whether no program listens on the port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def wait_until_listening(port: int, process: Process, patience: float = 30) -> bool:
    """Wait until the process answers on the port; return False when it ended or took too long (seconds)."""
    deadline = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.05)
    return False


def _end_with_parent() -> None:
    """Have the kernel stop this process when its parent is gone, even by SIGKILL (Linux alone can)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Processes:
    """Programs that live and die together: leaving the ``with`` block stops all of them."""

    def __init__(self, *commands: Sequence[str]) -> None:
        self.processes: list[Process] = []
        self._commands = commands

    def __enter__(self) -> Collection[Process]:
        # A group of their own keeps the terminal's Ctrl-C from them: they are asked to stop once, by us.
        for command in self._commands:
            self.processes.append(subprocess.Popen(command, process_group=0, preexec_fn=_end_with_parent))
        return self.processes

    def __exit__(self, *exception: object) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for_end(processes: Collection[Process]) -> int | None:
    """Wait until a signal asks to stop (return None) or one of the processes ends (return its status)."""
    signal.signal(signal.SIGCHLD, lambda *_: None)
    watched = {*_STOPPING, signal.SIGCHLD}
    signal.pthread_sigmask(signal.SIG_BLOCK, watched)
    while True:
        ended = [process.returncode for process in processes if process.poll() is not None]
        if ended:
            return ended[0]
        if signal.sigwait(watched) in _STOPPING:
            return None
