"""The settings, read by a process of their own from the environment and ``.env``."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from policytracker.env import BASE_DIR, ImproperEnvironment, check_secret_key, write_demo_env

KEY = "a-key-for-tests-with-well-over-fifty-random-characters-0123456789"


def start(names: str = "DEBUG", file: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings with nothing but this environment; print the named ones as JSON."""
    code = (
        "import json; from policytracker import settings\n"
        f"print(json.dumps({{name: getattr(settings, name) for name in {names.split()!r}}}, default=str))"
    )
    surroundings = {"PATH": os.environ["PATH"], "ENV_FILE": file or os.devnull}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=BASE_DIR,
        env=surroundings | environment,
        text=True,
        capture_output=True,
    )


def read(names: str, file: str = "", **environment: str) -> dict:
    started = start(names, file, **{"SECRET_KEY": KEY} | environment)
    assert started.returncode == 0, started.stderr
    return json.loads(started.stdout)


class TestSecretKey:
    @pytest.mark.parametrize("key", ["", "short", "x" * 80, "django-insecure-" + KEY])
    def test_without_a_strong_one_the_start_stops_with_what_to_do(self, key: str) -> None:
        with pytest.raises(ImproperEnvironment, match="secrets.token_urlsafe"):
            check_secret_key(key)

    def test_a_strong_one_passes(self) -> None:
        assert check_secret_key(KEY) == KEY

    def test_the_process_ends_with_the_sentence_and_no_traceback(self) -> None:
        started = start()
        assert started.returncode == 1
        assert started.stderr.startswith("policytracker: SECRET_KEY is not set. Run `make run` once")
        assert "Traceback" not in started.stderr


class TestFirstEnvironmentFile:
    def test_it_is_the_owners_alone_and_holds_random_secrets(self, tmp_path: Path) -> None:
        first, second = tmp_path / "first", tmp_path / "second"
        assert write_demo_env(first)
        assert write_demo_env(second)
        assert stat.S_IMODE(first.stat().st_mode) == 0o600
        ours, theirs = (dict(re.findall(r"^(\w+)=(.+)$", path.read_text(), re.M)) for path in (first, second))
        assert ours["DEMO"] == "1"
        assert check_secret_key(ours["SECRET_KEY"])
        for name in ("SECRET_KEY", "DEMO_EDITOR_PASSWORD", "DEMO_WRITER_PASSWORD"):
            assert ours[name] != theirs[name]

    def test_one_that_is_there_stays(self, tmp_path: Path) -> None:
        path = tmp_path / ".env"
        path.write_text("SECRET_KEY=mine")
        assert not write_demo_env(path)
        assert path.read_text() == "SECRET_KEY=mine"

    def test_the_settings_read_it_and_the_process_wins(self, tmp_path: Path) -> None:
        path = tmp_path / ".env"
        path.write_text(f"SECRET_KEY={KEY}\nDEMO=1\nSITE_NAME=From the file\n")
        assert read("DEMO SITE_NAME", str(path)) == {"DEMO": True, "SITE_NAME": "From the file"}
        assert read("SITE_NAME", str(path), SITE_NAME="From the process")["SITE_NAME"] == "From the process"


def test_a_bare_start_is_closed_and_local() -> None:
    settings = read("DEBUG DEMO ALLOWED_HOSTS TRUSTED_PROXIES SITE_URL SECURE_PROXY_SSL_HEADER DATABASES")
    assert settings["DEBUG"] is False
    assert settings["DEMO"] is False
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert settings["TRUSTED_PROXIES"] == []
    assert settings["SECURE_PROXY_SSL_HEADER"] is None
    assert settings["SITE_URL"] == "http://127.0.0.1:8000"
    assert settings["DATABASES"]["default"]["NAME"] == str(BASE_DIR / "db.sqlite3")


def test_the_address_follows_the_port_unless_it_is_said() -> None:
    assert read("SITE_URL", PORT="8123")["SITE_URL"] == "http://127.0.0.1:8123"
    assert read("SITE_URL", PORT="8123", SITE_URL="https://a.example/")["SITE_URL"] == "https://a.example"


def test_an_https_address_closes_every_plain_door() -> None:
    doors = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_SSL_REDIRECT"
    settings = read(
        f"{doors} SECURE_HSTS_SECONDS SECURE_PROXY_SSL_HEADER",
        SITE_URL="https://a.example",
        TRUSTED_PROXIES="10.0.0.0/8",
    )
    assert settings.pop("SECURE_HSTS_SECONDS") >= 31_536_000
    assert settings.pop("SECURE_PROXY_SSL_HEADER") == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert set(settings.values()) == {True}


HSTS = "SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS SECURE_HSTS_PRELOAD"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, [31_536_000, False, False]),
        ({"HSTS_SECONDS": "3600"}, [3600, False, False]),
        ({"HSTS_SUBDOMAINS": "1", "HSTS_PRELOAD": "1"}, [31_536_000, True, True]),
        ({"SITE_URL": "http://a.example", "HSTS_SECONDS": "3600"}, [0, False, False]),
    ],
    ids=["as it is", "shorter", "whole domain", "plain"],
)
def test_browsers_are_bound_to_https_no_further_than_said(
    environment: dict[str, str], expected: list[object]
) -> None:
    assert list(read(HSTS, **{"SITE_URL": "https://a.example"} | environment).values()) == expected


def test_the_proxies_are_networks() -> None:
    proxies = read("TRUSTED_PROXIES", TRUSTED_PROXIES="10.0.0.7/8, 127.0.0.1,fd00::/8")
    assert proxies == {"TRUSTED_PROXIES": ["10.0.0.0/8", "127.0.0.1/32", "fd00::/8"]}


@pytest.mark.parametrize("typo", ["10.0.0.0/33", "10.0.0", "proxy.example", "10.0.0.1;10.0.0.2"])
def test_a_typo_among_the_proxies_stops_the_start_with_a_sentence(typo: str) -> None:
    started = start(SECRET_KEY=KEY, TRUSTED_PROXIES=f"127.0.0.1,{typo}")
    assert started.returncode == 1
    assert started.stderr.startswith(f"policytracker: TRUSTED_PROXIES holds {typo!r}, which is no address")
    assert "Traceback" not in started.stderr


def test_a_database_may_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "a b+c #1 50%"
    folder.mkdir()
    shutil.copytree(BASE_DIR / "policytracker", folder / "policytracker")
    code = "from policytracker import settings; print(settings.DATABASES['default']['NAME'])"
    environment = {"PATH": os.environ["PATH"], "SECRET_KEY": KEY}
    started = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, text=True, capture_output=True
    )
    assert started.stdout.strip() == str(folder / "db.sqlite3")
