"""Debian's own Firefox, driven by Marionette, the protocol under geckodriver: lengths and JSON over TCP.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html; the commands are WebDriver's.
"""

import json
import socket
import subprocess
from pathlib import Path
from typing import Any

from policytracker.processes import wait_until_listening
from tests.running_site import free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver's name for a reference to one
TIMEOUT = 20_000  # milliseconds that a search for an element waits for it


class Firefox:
    """A Firefox with an empty profile: ``scripts=False`` opens one in which pages run no JavaScript."""

    def __init__(self, path: str, folder: Path, *, scripts: bool = True) -> None:
        port = free_port()
        preferences = {
            "marionette.port": port,
            "javascript.enabled": scripts,
            "app.update.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
            "services.settings.server": "http://127.0.0.1:9/",
            "toolkit.telemetry.server": "",
        }
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()
        ]
        (folder / "user.js").write_text("\n".join(lines))
        command = [path, "--headless", "--no-remote", "--marionette", "--profile", str(folder)]
        with (folder / "firefox.log").open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        assert wait_until_listening(port, self._process), (folder / "firefox.log").read_text()
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rb")
        self._read()  # who it is
        self.command("WebDriver:NewSession")
        self.command("WebDriver:SetTimeouts", implicit=TIMEOUT)

    def command(self, name: str, **parameters: Any) -> Any:
        """Run a command of WebDriver and return what it answers; an error of it fails the test."""
        message = json.dumps([0, 1, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, f"{name}: {error}"
        return result

    def _read(self) -> Any:
        length = b"".join(iter(lambda: self._stream.read(1), b":"))
        return json.loads(self._stream.read(int(length)))

    def open(self, address: str) -> None:
        """Go to an address and wait until the page has loaded."""
        self.command("WebDriver:Navigate", url=address)

    @property
    def address(self) -> str:
        """Where the browser is."""
        return str(self.command("WebDriver:GetCurrentURL")["value"])

    def find(self, text: str, tag: str = "*") -> str:
        """Return the element whose whole text this is, waiting for it; fails where there is none."""
        path = f'//{tag}[normalize-space(.)="{text}"]'
        return str(self.command("WebDriver:FindElement", using="xpath", value=path)["value"][ELEMENT])

    def select(self, selector: str) -> str:
        """Return the first element that a CSS selector finds, waiting for it."""
        found = self.command("WebDriver:FindElement", using="css selector", value=selector)
        return str(found["value"][ELEMENT])

    def press(self, button: str) -> None:
        """Press the button, or follow the link, with this text."""
        self.command("WebDriver:ElementClick", id=self.find(button, "*[self::button or self::a]"))

    def click(self, selector: str) -> None:
        """Click the first element that a CSS selector finds."""
        self.command("WebDriver:ElementClick", id=self.select(selector))

    def write(self, selector: str, text: str) -> None:
        """Type into a field."""
        self.command("WebDriver:ElementSendKeys", id=self.select(selector), text=text)

    def stop(self) -> None:
        """Close the browser."""
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)
