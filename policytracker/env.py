"""The environment: what ``.env`` and the process's variables say, and the first ``.env`` of a fresh copy.

``python -m policytracker.env`` writes ``.env`` for the demo if there is none. It needs no Django.
"""

import os
import secrets
import sys
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
ENV_FILE = Path(os.environ.get("ENV_FILE") or BASE_DIR / ".env")

MIN_SECRET_LENGTH = 50
MIN_SECRET_DIFFERENT = 10


class ImproperEnvironment(SystemExit):
    """Stops the start with a sentence that says what to do."""


def check_secret_key(key: str) -> str:
    """Return the key, or stop the start where it is missing or easy to guess."""
    if not key:
        raise ImproperEnvironment(
            "policytracker: SECRET_KEY is not set. Run `make run` once, which writes a .env with a random "
            'key, or set it to the output of: python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if len(key) < MIN_SECRET_LENGTH or len(set(key)) < MIN_SECRET_DIFFERENT or "insecure" in key:
        raise ImproperEnvironment(
            f"policytracker: SECRET_KEY is too weak: it needs {MIN_SECRET_LENGTH} or more random characters. "
            'Make one with: python -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    return key


def read_networks(name: str, values: list[str]) -> list[IPv4Network | IPv6Network]:
    """Return the networks that the setting ``name`` lists, or stop the start at one that is none."""
    networks = []
    for value in values:
        try:
            networks.append(ip_network(value.strip(), strict=False))
        except ValueError:
            raise ImproperEnvironment(
                f"policytracker: {name} holds {value!r}, which is no address and no network. "
                "Write them as 10.0.0.0/8 or fd00::1, separated by commas."
            ) from None
    return networks


def write_demo_env(path: Path = ENV_FILE) -> bool:
    """Write the ``.env`` of a demo, readable by its owner alone; leave an existing one as it is.

    Returns whether it wrote one.
    """
    lines = [
        "# Written by the first `make run`. For a real site see docs/operators.md.",
        f"SECRET_KEY={secrets.token_urlsafe(50)}",
        "DEMO=1",
        f"DEMO_EDITOR_PASSWORD={secrets.token_urlsafe(9)}",
        f"DEMO_WRITER_PASSWORD={secrets.token_urlsafe(9)}",
    ]
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return True


if __name__ == "__main__":
    sys.stdout.write("Wrote .env\n" if write_demo_env() else "")
