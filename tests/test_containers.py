"""The image and the compose file, as far as they can be judged without an engine."""

import re
from typing import Any

import yaml
from environ import Env

from policytracker import processes
from policytracker.env import BASE_DIR

COMPOSE = yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (BASE_DIR / "Dockerfile").read_text(encoding="utf-8")
OURS = ("prepare", "web", "worker")


def environment_of(name: str) -> dict[str, str]:
    return SERVICES[name].get("environment", {})


class TestCompose:
    def test_it_has_what_a_site_needs(self) -> None:
        assert set(SERVICES) == {*OURS, "postgres", "redis", "proxy"}

    def test_only_the_proxy_is_reachable_from_outside(self) -> None:
        assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
        assert not any(service.get("network_mode") == "host" for service in SERVICES.values())

    def test_the_proxy_reaches_the_site_and_neither_database_nor_cache(self) -> None:
        proxys = set(SERVICES["proxy"]["networks"])
        assert proxys & set(SERVICES["web"]["networks"])
        assert not proxys & {"default"}
        assert not any("networks" in SERVICES[name] for name in ("postgres", "redis", "worker", "prepare"))

    def test_no_secret_stands_in_it(self) -> None:
        secrets = [
            value
            for name in SERVICES
            for key, value in environment_of(name).items()
            if re.search("PASSWORD|SECRET|KEY|_URL", key)
        ]
        assert secrets
        written_out = [re.sub(r"\$\{[^}]*\}", "", value) for value in secrets]
        assert [value for value in written_out if re.search(r":[^/:@]+@", value)] == []
        assert SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD:?")

    def test_the_example_of_its_settings_holds_no_secret(self) -> None:
        example = (BASE_DIR / "docker" / "example.env").read_text(encoding="utf-8")
        assert re.findall(r"^(?:SECRET_KEY|POSTGRES_PASSWORD)=(.*)$", example, re.MULTILINE) == ["", ""]
        assert "DEMO" not in example
        assert "DEBUG" not in example

    def test_the_example_tells_which_characters_the_passwords_address_can_hold(self) -> None:
        example = (BASE_DIR / "docker" / "example.env").read_text(encoding="utf-8")
        told = re.search(r"((?:^#.*\n)+)POSTGRES_PASSWORD=", example, re.MULTILINE)
        assert "only letters, digits and - _ . ~ may" in told[1]
        password = "aZ09-_.~"
        url = environment_of("web")["DATABASE_URL"]
        read = Env.db_url_config(re.sub(r"\$\{[^}]*\}", password, url))
        assert (read["PASSWORD"], read["HOST"]) == (password, "postgres")

    def test_the_site_waits_for_a_prepared_database(self) -> None:
        assert SERVICES["prepare"]["depends_on"]["postgres"] == {"condition": "service_healthy"}
        for name in ("web", "worker"):
            waits = SERVICES[name]["depends_on"]["prepare"]
            assert waits == {"condition": "service_completed_successfully"}

    def test_our_containers_run_with_as_little_power_as_they_can(self) -> None:
        for name in OURS:
            assert SERVICES[name]["read_only"] is True
            assert SERVICES[name]["cap_drop"] == ["ALL"]
            assert "no-new-privileges:true" in SERVICES[name]["security_opt"]

    def test_data_outlives_its_container(self) -> None:
        mounted = {volume.split(":")[0] for name in SERVICES for volume in SERVICES[name].get("volumes", [])}
        assert set(COMPOSE["volumes"]) == {"postgres", "caddy"} <= mounted

    def test_databases_have_the_versions_and_checks_we_promise(self) -> None:
        assert int(re.search(r"postgres:(\d+)", SERVICES["postgres"]["image"])[1]) >= 16
        assert all("test" in SERVICES[name]["healthcheck"] for name in ("postgres", "redis", "proxy"))


class TestImage:
    def test_it_does_not_run_as_root(self) -> None:
        (user,) = re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)
        assert user not in ("root", "0")
        assert DOCKERFILE.index("\nUSER ") < DOCKERFILE.index("\nCMD ")

    def test_it_installs_the_lock_with_its_hashes(self) -> None:
        assert "pip install --no-cache-dir --require-hashes --requirement requirements/base.txt" in DOCKERFILE

    def test_its_health_is_that_of_the_process(self) -> None:
        assert re.search(r"HEALTHCHECK[^\n]*\\\n[^\n]*/healthz", DOCKERFILE)

    def test_it_serves_as_make_run_does(self) -> None:
        served = re.findall(r'"([^"]+)"', DOCKERFILE[DOCKERFILE.index("\nCMD ") :])
        ours = processes.server_command(8000, host="0.0.0.0")[1:]
        assert [word for word in ours if word not in (*served, "--workers", "1")] == []
        assert re.search(r"GRANIAN_WORKERS=\d", DOCKERFILE)

    def test_every_folder_it_copies_is_let_through_and_nothing_else(self) -> None:
        allowed = re.findall(
            r"^!(\S+)", (BASE_DIR / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE
        )
        copied = [
            word for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()
        ]
        assert sorted(allowed) == sorted(copied)
        assert all((BASE_DIR / path).exists() for path in copied)
