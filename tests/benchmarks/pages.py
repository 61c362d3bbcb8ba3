"""Requests per second of pages, as ratios to a bare Django view under the same server with one worker.

The demo's data, no cache, one client at a time and four; the median of alternating rounds.
"""

import socket
import statistics
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from policytracker import processes
from policytracker.env import BASE_DIR
from tests.running_site import RunningSite, free_port

SECONDS = 2.0
ROUNDS = 5
CLIENTS = 4

LARGEST_DIGEST = """
from django.db.models import Count
from articles.models import Article
article = Article.objects.published().annotate(size=Count("items")).order_by("-size")[0]
print(article.get_absolute_url(), article.items.first().get_absolute_url())
"""


def run() -> None:
    """Measure in a folder of its own, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        site = RunningSite(Path(folder))
        print("pages: loading the demo", flush=True)
        site.manage("prepare")
        site.manage("collectstatic", "--noinput", "-v", "0")
        digest, item = site.shell(LARGEST_DIGEST).split()
        pages = {
            "digest": digest,
            "item": item,
            "home": "/",
            "regions": "/regions/",
            "region": "/regions/china/",
        }
        bare_port = free_port()
        bare = [*processes.server_command(bare_port)[:-1], "tests.benchmarks.bare:application"]
        site.start()
        server = subprocess.Popen(bare, cwd=BASE_DIR)
        try:
            assert processes.wait_until_listening(bare_port, server), "the bare server did not start"
            _compare(site.port, bare_port, pages)
        finally:
            server.terminate()
            server.wait()
            site.stop()


def _compare(port: int, bare_port: int, pages: dict[str, str]) -> None:
    rates: dict[str, list[float]] = {name: [] for name in ("bare", *pages)}
    for _ in range(ROUNDS):
        rates["bare"].append(_rate(bare_port, "/"))
        for name, path in pages.items():
            rates[name].append(_rate(port, path))
    bare = statistics.median(rates["bare"])
    print(f"pages: a bare Django view: {bare:.0f} requests/s, {CLIENTS} clients")
    for name, path in pages.items():
        rate = statistics.median(rates[name])
        print(f"pages: {name:8} {rate:6.0f} requests/s, ratio {rate / bare:.3f}   {path}")


def _rate(port: int, path: str) -> float:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        answered = sum(pool.map(lambda _: _client(port, request, started + SECONDS), range(CLIENTS)))
    return answered / (time.perf_counter() - started)


def _client(port: int, request: bytes, until: float) -> int:
    """Ask over one connection, again and again; return how often the answer was 200."""
    answered = 0
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rb") as answers:
        while time.perf_counter() < until:
            connection.sendall(request)
            assert b" 200 " in answers.readline()
            length = 0
            while (line := answers.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            answers.read(length)
            answered += 1
    return answered
