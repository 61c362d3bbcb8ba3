"""The site as it runs in production: real server processes, on a database and a port of their own."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from policytracker.env import BASE_DIR
from policytracker.processes import server_command, wait_until_listening

SECRET_KEY = "running-site-key-of-more-than-fifty-random-characters-0123456789"
LIMITS = ("VOTE_LIMIT_VOTERS_PER_DAY", "VOTE_LIMIT_PER_HOUR", "VOTE_BURST_PER_HOUR")


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Answer(NamedTuple):
    """An answer of the server; ``headers.get_all("Set-Cookie")`` gives what may come several times."""

    status: int
    headers: Message
    body: str


class RunningSite:
    """A server of the site. ``world`` tells what is in its database, as ``tests.world`` printed it."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.environment = self._environment() | settings
        self.world: dict[str, Any] = {}
        self._server: subprocess.Popen[bytes] | None = None

    def _environment(self) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return inherited | {
            "ENV_FILE": os.devnull,
            "SECRET_KEY": SECRET_KEY,
            "DATABASE_URL": f"sqlite:///{self.folder / 'site.sqlite3'}",
            "STATIC_ROOT": str(self.folder / "static"),
            "SITE_URL": self.url,
            "DEMO": "1",
            **dict.fromkeys(LIMITS, "0"),
        }

    def manage(
        self, *arguments: str, check: bool = True, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a management command in the site's environment."""
        command = [sys.executable, "manage.py", *arguments]
        environment = self.environment | settings
        return subprocess.run(
            command, cwd=BASE_DIR, env=environment, check=check, text=True, capture_output=True, timeout=120
        )

    def shell(self, code: str) -> str:
        """Run Python with the site's database; return what it printed."""
        return self.manage("shell", "--no-imports", "-v", "0", "-c", code).stdout

    def make_world(self) -> None:
        """Fill the database."""
        self.world = json.loads(self.shell("from tests import world; world.make()"))

    def page(self, name: str) -> str:
        """Return the whole address of a page of the world."""
        return self.url + str(self.world["pages"][name])

    def raw(self, request: str) -> bytes:
        """Send the very bytes of a request, lines ended as HTTP wants; return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request.replace("\n", "\r\n").encode("latin-1"))
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def fetch(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> "Answer":
        """Ask for a path, following no redirect; ``X_Forwarded_For="…"`` is the header X-Forwarded-For."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=named)
        response = connection.getresponse()
        with closing(connection):
            return Answer(response.status, response.msg, response.read().decode("utf-8", "replace"))

    def start(self) -> None:
        """Start the server and wait until it answers."""
        with self.log.open("ab") as log:
            self._server = subprocess.Popen(
                server_command(self.port), cwd=BASE_DIR, env=self.environment, stdout=log, stderr=log
            )
        if not wait_until_listening(self.port, self._server):
            pytest.fail(f"The server did not start:\n{self.log.read_text()}")

    def stop(self) -> None:
        """Stop the server."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=20)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The site with the world of ``tests.world``, served by one worker; limits of votes are off."""
    running = RunningSite(tmp_path_factory.mktemp("site"))
    running.make_world()
    running.start()
    yield running
    running.stop()
