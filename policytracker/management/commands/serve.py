"""``manage.py serve``: what ``make run`` starts."""

import os
import signal
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from policytracker import processes, staticfiles


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


class Command(BaseCommand):
    """Prepares what is missing, then runs the server and the background worker until Ctrl-C."""

    help = "Prepare what is missing, then run the site and its background worker side by side until Ctrl-C."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve on 127.0.0.1 at the port that the setting PORT names."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        os.chdir(settings.BASE_DIR)
        try:
            self._serve()
        except KeyboardInterrupt:
            self.stdout.write("policytracker: stopped")

    def _serve(self) -> None:
        self._refuse_taken_port()
        call_command("prepare", stdout=self.stdout)
        if not staticfiles.is_collected():
            self.stdout.write("policytracker: collecting and compressing the static files")
            staticfiles.collect()
        self._refuse_taken_port()
        self._run(settings.PORT)

    def _refuse_taken_port(self) -> None:
        port = settings.PORT
        if not processes.is_port_free(port):
            raise CommandError(
                f"Port {port} is taken by another program. Stop that one, "
                f"or take another port: make run PORT={port + 1}"
            )

    def _run(self, port: int) -> None:
        programs = processes.Processes(processes.server_command(port), processes.worker_command())
        with programs as (server, worker):
            if not processes.wait_until_listening(port, server):
                raise CommandError("The server did not start; the lines above say why.")
            self._announce()
            status = processes.wait_for_end((server, worker))
        if status is not None:
            raise CommandError(f"The server or the worker ended by itself, with status {status}.")
        self.stdout.write("policytracker: stopped")

    def _announce(self) -> None:
        site = settings.SITE_URL
        self.stdout.write(f"\n  The site:      {site}/\n  For editors:   {site}/admin/")
        if settings.DEMO:
            for account, password in settings.DEMO_PASSWORDS.items():
                self.stdout.write(f"  Log in as:     {account}   password: {password}")
        self.stdout.write("\n  Ctrl-C stops it.\n")
        self.stdout.flush()
