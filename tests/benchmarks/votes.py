"""Votes per second over HTTP: on one hot article, and spread over a thousand.

The site's own server with one worker, PostgreSQL with ``synchronous_commit=on``, 16 clients that each wait
for their answer, every vote a voter's first, limits off. What matters is the ratio.
"""

import os
import secrets
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from policytracker import processes

SERVER = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
DATABASE = "policytracker_bench_votes"
ARTICLES = 1000
CLIENTS = 16
SECONDS = 6.0
ROUNDS = 3

_ARTICLES = """
INSERT INTO articles_article
    (title, slug, language, standfirst, introduction, body, conclusion, byline, status, published_at,
     modified_at, correction_note, version, source_url, created_at)
SELECT 'Article ' || n, 'article-' || n, 'en', '', '', '', '', '', 'published', now() - interval '1 day',
     now(), '', 1, '', now()
FROM generate_series(1, %s) AS n RETURNING id
"""


def run() -> None:
    """Measure in a database of its own, and print the figures."""
    try:
        _make_database()
    except psycopg2.OperationalError as error:
        print(f"votes: skipped, no PostgreSQL at {SERVER}: {error}")
        return
    try:
        _measure()
    finally:
        _on_server(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def vote_for(seconds: float, port: int, article_ids: list[int]) -> Counter[int]:
    """Vote on the articles in turn, from all clients, for some seconds; return how often each status came."""
    share = [article_ids[start::CLIENTS] or article_ids for start in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        statuses = pool.map(lambda own: _client(seconds, port, own), share)
        return sum(statuses, Counter())


def _measure() -> None:
    with psycopg2.connect(_url(DATABASE)) as connection, connection.cursor() as cursor:
        cursor.execute(_ARTICLES, [ARTICLES])
        article_ids = [row[0] for row in cursor.fetchall()]
        cursor.execute("SHOW synchronous_commit")
        print(f"votes: synchronous_commit={cursor.fetchone()[0]}, {CLIENTS} clients, {SECONDS:g} s a round")
    connection.close()
    port = _free_port()
    os.environ |= _environment()
    with processes.Processes(processes.server_command(port)) as (server,):
        assert processes.wait_until_listening(port, server), "the server did not start"
        _rounds(port, article_ids)
    subprocess.run([sys.executable, "manage.py", "checkvotes"], check=True)


def _rounds(port: int, article_ids: list[int]) -> None:
    rates: dict[str, list[float]] = {"hot": [], "spread": []}
    with ProcessPoolExecutor(1) as clients:
        clients.submit(vote_for, 2.0, port, article_ids).result()
        for _ in range(ROUNDS):
            for name, voted in (("hot", article_ids[:1]), ("spread", article_ids)):
                statuses = clients.submit(vote_for, SECONDS, port, voted).result()
                assert set(statuses) == {201}, statuses
                rates[name].append(statuses[201] / SECONDS)
    hot, spread = statistics.median(rates["hot"]), statistics.median(rates["spread"])
    print(f"votes: {hot:.0f}/s on one article, {spread:.0f}/s over {ARTICLES}, ratio {hot / spread:.2f}")


def _client(seconds: float, port: int, article_ids: list[int]) -> Counter[int]:
    connection = HTTPConnection("127.0.0.1", port)
    statuses: Counter[int] = Counter()
    deadline = time.monotonic() + seconds
    for article_id in cycle(article_ids):
        if time.monotonic() > deadline:
            break
        connection.request("POST", f"/vote/{article_id}/", b"vote=yes", _headers())
        response = connection.getresponse()
        response.read()
        statuses[response.status] += 1
    connection.close()
    return statuses


def _headers() -> dict[str, str]:
    return {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
        "Sec-Fetch-Site": "same-origin",
        "User-Agent": secrets.token_hex(8),  # no vote is another's double click
    }


def _make_database() -> None:
    _on_server(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    _on_server(f"CREATE DATABASE {DATABASE}")
    environment = os.environ | _environment()
    subprocess.run([sys.executable, "manage.py", "migrate", "-v", "0"], env=environment, check=True)


def _on_server(statement: str) -> None:
    connection = psycopg2.connect(SERVER)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def _url(database: str) -> str:
    return urlunsplit(urlsplit(SERVER)._replace(path=f"/{database}"))


def _environment() -> dict[str, str]:
    limits = dict.fromkeys(("VOTE_LIMIT_VOTERS_PER_DAY", "VOTE_LIMIT_PER_HOUR", "VOTE_BURST_PER_HOUR"), "0")
    return limits | {
        "DATABASE_URL": _url(DATABASE),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "LOG_LEVEL": "ERROR",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    run()
