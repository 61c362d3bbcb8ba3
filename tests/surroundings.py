"""Which services this machine has for the tests: PostgreSQL, Redis, Chromium, Firefox."""

import getpass
import os
import shutil

import psycopg2
import redis

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _can_make_databases(url: str) -> bool:
    query = "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
    try:
        connection = psycopg2.connect(url, dbname="postgres", connect_timeout=2)
    except psycopg2.Error:
        return False
    with connection, connection.cursor() as cursor:
        cursor.execute(query)
        return bool(cursor.fetchone()[0])


def find_postgres() -> str | None:
    """Return the DATABASE_URL of a server on which we may make test databases.

    TEST_DATABASE_URL names one; else the one of this machine is tried, as ``postgres`` and as who we are.
    """
    named = os.environ.get("TEST_DATABASE_URL")
    if named:
        return named
    users = ("postgres", getpass.getuser())
    servers = [f"postgres://{user}@127.0.0.1:5432/policytracker" for user in users]
    return next((server for server in servers if _can_make_databases(server)), None)


def find_redis() -> str | None:
    """Return the CACHE_URL of a Redis for the tests: TEST_REDIS_URL, or this machine's last database."""
    url = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
    try:
        redis.Redis.from_url(url, socket_connect_timeout=2).ping()
    except redis.RedisError:
        return None
    return url


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def find_firefox() -> str | None:
    """Return the path of a Firefox."""
    return shutil.which("firefox-esr") or shutil.which("firefox")
